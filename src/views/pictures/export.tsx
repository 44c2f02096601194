import { useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';
import { mermaid } from '../../trace/mermaid.ts';
import { CopyText } from '../copy-text.tsx';

/** Takes a trace along: as a file that `/replay/` opens, with or without what it would give away, or as a diagram. */
export function Export({ entries, clock }: { entries: readonly Entry[]; clock: Clock }) {
  const [bare, setBare] = useState(true);
  return (
    <div class="export">
      <button type="button" class="small" disabled={entries.length === 0} onClick={() => save(entries, bare)}>
        Export as a file
      </button>
      <label>
        <input type="checkbox" checked={bare} onChange={({ currentTarget }) => setBare(currentTarget.checked)} />
        without addresses, keys and names of devices
      </label>
      <CopyText what="the call" as="Mermaid" lines={() => [mermaid(entries, clock)]} />
    </div>
  );
}

async function save(entries: readonly Entry[], bare: boolean) {
  // Both weigh something, and most traces are never exported.
  const [{ writeTrace }, { redact }, { offsetsOf }] = await Promise.all([
    import('../../trace/file.ts'),
    import('../../trace/redact.ts'),
    import('../../trace/offsets.ts'),
  ]);
  const recorded = new Date().toISOString();
  const text = writeTrace({
    recorded,
    offsets: offsetsOf(entries),
    entries: bare ? redact(entries) : [...entries],
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  link.download = `trickle-${recorded.slice(0, 16).replaceAll(/[:T]/g, '-')}.jsonl`;
  link.click();
  URL.revokeObjectURL(link.href);
}
