import { useLayoutEffect, useState } from 'preact/hooks';

type Props = {
  /** What is copied: 'the sequence'. */
  what: string;
  /** As what, if not as text. */
  as?: string;
  lines(): readonly string[] | Promise<readonly string[]>;
};

/** Copies a picture as text. Where there is no clipboard (plain HTTP has none), the text is shown instead, selected. */
export function CopyText({ what, as = 'text', lines }: Props) {
  const [copied, setCopied] = useState<'copied' | { shown: string }>();
  const [works, setWorks] = useState(false);
  useLayoutEffect(() => setWorks(true), []);

  async function copy() {
    const text = (await lines()).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      setCopied('copied');
    } catch {
      setCopied({ shown: text });
    }
  }

  // A picture that was drawn when the site was built has nobody behind its buttons.
  if (!works) return null;
  const shown = typeof copied === 'object' ? copied.shown : undefined;
  return (
    <>
      <button type="button" class="plain small" onClick={copy}>
        {copied === 'copied' ? 'Copied' : `Copy as ${as}`}
      </button>
      <span class="only-spoken" role="status">
        {copied === 'copied' ? `Copied ${what} as ${as}.` : ''}
      </span>
      {shown !== undefined && (
        <div class="shown-text">
          <p>This page may not use the clipboard. The text is selected: copy it by hand.</p>
          <textarea readOnly rows={10} value={shown} aria-label={`Text of ${what}`} ref={(area) => area?.select()} />
          <button type="button" class="small" onClick={() => setCopied(undefined)}>
            Close
          </button>
        </div>
      )}
    </>
  );
}
