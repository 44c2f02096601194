import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const sources = import.meta.glob<string>('./provoke/*.ts', { query: '?raw', import: 'default' });

/** The lines that provoke an error, as they stand in the source: loaded when somebody wants to read them. */
export function Lines({ slug }: { slug: string }) {
  const lines = useSignal<readonly string[]>([]);
  const open = useSignal(false);
  useEffect(() => {
    if (open.value) void linesOf(slug).then((read) => (lines.value = read));
  }, [slug, open.value]);
  return (
    <details class="lines" onToggle={({ currentTarget }) => (open.value = currentTarget.open)}>
      <summary>The lines that provoke it</summary>
      <pre>
        <code>{lines.value.join('\n')}</code>
      </pre>
    </details>
  );
}

async function linesOf(slug: string): Promise<string[]> {
  const files = await Promise.all(Object.values(sources).map((load) => load()));
  const all = files.join('\n').split('\n');
  const [first, last] = ['#region', '#endregion'].map((mark) =>
    all.findIndex((line) => line.endsWith(`${mark} ${slug}`)),
  );
  return all.slice(first! + 1, last!).map((line) => line.slice(4));
}
