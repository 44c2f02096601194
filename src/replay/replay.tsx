import { signal } from '@preact/signals';
import { render } from 'preact';
import { isTakenHome, readTakenHome, type TakenHome } from '../../protocol/workshop/taken-home.ts';
import { clockWith } from '../trace/clock.ts';
import { largest, type Reading, readTrace, readTraceFile, type TraceFile } from '../trace/file.ts';
import { explainProblem } from '../trace/file-problem.ts';
import { Pictures } from '../views/pictures/pictures.tsx';
import './replay.css';
import { Home } from './taken-home.tsx';

type Opened = { file: TraceFile; name: string } | { home: TakenHome; name: string };

const opened = signal<Opened | undefined>(undefined);
/** Why the last one could not be opened, and what of it could be read all the same. */
const problem = signal<{ says: string; rest?: Opened & { file: TraceFile } } | undefined>(undefined);

/** Opens a file, a pasted text or an example of ours. What was open before stays if the new one can't be read. */
export async function open(what: Blob | string, name: string) {
  if (await isHome(what)) return openHome(typeof what === 'string' ? what : await what.text(), name);
  const reading: Reading = typeof what === 'string' ? readTrace(what) : await readTraceFile(what);
  if (reading.ok) return show({ file: reading.file, name });
  const rest = reading.readable && { rest: { file: reading.readable, name } };
  problem.value = { says: explainProblem(reading.problem), ...rest };
}

/** What was taken home from a workshop says so at its beginning. A larger one than is read is refused like any file. */
const isHome = async (what: Blob | string) =>
  isTakenHome(typeof what === 'string' ? what : what.size > largest ? '' : await what.slice(0, 100).text());

function openHome(text: string, name: string) {
  const opening = readTakenHome(text);
  if (opening.ok) show({ home: opening.home, name });
  else problem.value = { says: opening.problem };
}

function show(found: Opened) {
  opened.value = found;
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
      {now && ('home' in now ? <Home key={now.home} home={now.home} /> : <Trace key={now.file} {...now} />)}
    </>
  );
}

const Problem = ({ says, rest }: { says: string; rest?: Opened & { file: TraceFile } }) => (
  <div class="problem">
    <p role="alert">{says}</p>
    {rest && rest.file.entries.length > 0 && (
      <button type="button" onClick={() => show(rest)}>
        Open what stands before it
      </button>
    )}
  </div>
);

function Trace({ file: { entries, offsets, recorded }, name }: { file: TraceFile; name: string }) {
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
      <Pictures
        trace={{ entries, follow: () => {} }}
        from={Math.min(1, entries.length)}
        clock={clockWith(offsets, entries)}
      />
    </section>
  );
}
