import { useState } from 'preact/hooks';
import { useAlive } from './use-alive.ts';

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
  const isAlive = useAlive();

  async function copy() {
    const text = (await lines()).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      setCopied('copied');
    } catch {
      setCopied({ shown: text });
    }
  }

  if (!isAlive) return null;
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
