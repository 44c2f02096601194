import { signal } from '@preact/signals';
import { render } from 'preact';
import { clockWith } from '../trace/clock.ts';
import { type Reading, readTrace, readTraceFile, type TraceFile } from '../trace/file.ts';
import { explainProblem } from '../trace/file-problem.ts';
import { Pictures } from '../views/pictures/pictures.tsx';
import './replay.css';

type Opened = { file: TraceFile; name: string };

const opened = signal<Opened | undefined>(undefined);
/** Why the last one could not be opened, and what of it could be read all the same. */
const problem = signal<{ says: string; rest?: Opened } | undefined>(undefined);

/** Opens a file, a pasted text or an example of ours. What was open before stays if the new one can't be read. */
export async function open(what: Blob | string, name: string) {
  const reading: Reading = typeof what === 'string' ? readTrace(what) : await readTraceFile(what);
  if (reading.ok) return show({ file: reading.file, name });
  const rest = reading.readable && { rest: { file: reading.readable, name } };
  problem.value = { says: explainProblem(reading.problem), ...rest };
}

function show(trace: Opened) {
  opened.value = trace;
  problem.value = undefined;
}

export function mount(root: HTMLElement) {
  render(<Replay />, root);
}

function Replay() {
  const now = opened.value;
  return (
    <>
      {problem.value && <Problem {...problem.value} />}
      {now && <Trace key={now.file} {...now} />}
    </>
  );
}

const Problem = ({ says, rest }: { says: string; rest?: Opened }) => (
  <div class="problem">
    <p role="alert">{says}</p>
    {rest && rest.file.entries.length > 0 && (
      <button type="button" onClick={() => show(rest)}>
        Open what stands before it
      </button>
    )}
  </div>
);

function Trace({ file: { entries, offsets, recorded }, name }: Opened) {
  const who = [...new Set(entries.map((entry) => entry.who))];
  return (
    <section class="trace" aria-label={name}>
      <h2>{name}</h2>
      <p class="about">
        {entries.length} entries of {new Intl.ListFormat('en').format(who)}, recorded{' '}
        <time dateTime={recorded}>
          {new Date(recorded).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })}
        </time>
      </p>
      <Pictures trace={{ entries, follow: () => {} }} clock={clockWith(offsets, entries)} />
    </section>
  );
}
