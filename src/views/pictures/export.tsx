import { useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';
import { CopyText } from '../copy-text.tsx';

type Props = { entries: readonly Entry[]; clock: Clock };

/** Takes a trace along: as a file that `/replay/` opens, or as a diagram; with or without what it would give away. */
export function Export({ entries, clock }: Props) {
  const [bare, setBare] = useState(true);
  const told = async () => (bare ? (await import('../../trace/redact.ts')).redact(entries) : entries);
  return (
    <div class="export">
      <button type="button" class="small" disabled={entries.length === 0} onClick={async () => save(await told())}>
        Export as a file
      </button>
      <CopyText
        what="the call"
        as="Mermaid"
        lines={async () => [(await import('../../trace/mermaid.ts')).mermaid(await told(), clock)]}
      />
      <label>
        <input type="checkbox" checked={bare} onChange={({ currentTarget }) => setBare(currentTarget.checked)} />
        without addresses, keys and names of devices
      </label>
    </div>
  );
}

async function save(entries: readonly Entry[]) {
  // Both weigh something, and most traces are never exported.
  const [{ writeTrace }, { offsetsOf }] = await Promise.all([
    import('../../trace/file.ts'),
    import('../../trace/offsets.ts'),
  ]);
  const recorded = new Date().toISOString();
  const text = writeTrace({ recorded, offsets: offsetsOf(entries), entries: [...entries] });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  link.download = `trickle-${recorded.slice(0, 16).replaceAll(/[:T]/g, '-')}.jsonl`;
  link.click();
  URL.revokeObjectURL(link.href);
}
