import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Entry } from '../../../protocol/entry.ts';
import { complaint } from '../../views/gist.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { Watched } from '../../views/pictures/use-entries.ts';
import type { LabContext } from '../lab.ts';
import { Ask } from './ask.tsx';
import { PageOf } from './faces.tsx';
import { type Fault, faults } from './faults.ts';
import './panel.css';
import { type Name, run } from './run.ts';
import { signs } from './signs.ts';

type Screen = { mine?: MediaStream; theirs?: MediaStream; said: readonly string[] };
type Round = Watched & { nr: number; fault?: Fault; secret: boolean };

const names = ['alice', 'bob'] as const;

export function mount(root: HTMLElement, context: LabContext) {
  const { trace, params, signal: leaving, light } = context;
  const newRound = (nr: number, secret: boolean, fault?: Fault): Round => ({
    nr,
    secret,
    entries: [],
    follow: trace.follow,
    ...(fault && { fault }),
  });
  const round = signal<Round>(newRound(0, false));
  const screens = signal<Record<Name, Screen>>({ alice: { said: [] }, bob: { said: [] } });
  const seen = signal(false);
  const guess = signal<string | undefined>(undefined);
  let over = new AbortController();

  trace.follow((entry) => {
    const { entries, fault } = round.value;
    (entries as Entry[]).push({ ...entry, seq: entries.length });
    if (fault && !seen.value) seen.value = signs[fault.key]!.seen(entries);
  }, leaving);

  async function call(fault: Fault | undefined, secret = false) {
    over.abort();
    over = new AbortController();
    leaving.addEventListener('abort', () => over.abort(), { signal: over.signal });
    screens.value = { alice: { said: [] }, bob: { said: [] } };
    seen.value = false;
    guess.value = undefined;
    round.value = newRound(round.value.nr + 1, secret, fault);
    const change = (who: Name, now: Partial<Screen>) => {
      screens.value = { ...screens.value, [who]: { ...screens.value[who], ...now } };
    };
    const shown = {
      mine: (who: Name, mine: MediaStream) => change(who, { mine }),
      theirs: (who: Name, theirs: MediaStream) => change(who, { theirs }),
      said: (who: Name, error: unknown) =>
        change(who, { said: [...new Set([...screens.value[who].said, complaint(error)])] }),
    };
    await run(context, fault, shown, over.signal).catch((error) => over.signal.aborted || shown.said('alice', error));
  }

  const known = (key: string | null) => faults.find((fault) => fault.key === key);
  const asked = known(params.get('fault'));
  const surprise = () => call(faults[Math.floor(Math.random() * faults.length)], true);

  function Panel() {
    const { nr, fault, secret } = round.value;
    const pages = names.map((who) => screens.value[who]);
    const well = pages.some(({ said }) => said.length > 0)
      ? 'no'
      : pages.every(({ theirs }) => theirs)
        ? 'yes'
        : 'not yet';
    return (
      <div class="only-myself-lab">
        <Ask
          {...{ fault, secret, well }}
          first={asked?.key ?? ''}
          guess={guess.value}
          seen={seen.value}
          onCall={(key) => call(known(key))}
          onSurprise={surprise}
          onGuess={(key) => (guess.value = key)}
        />
        <div class="pages">
          {names.map((who) => {
            const { mine, theirs, said } = screens.value[who];
            return <PageOf key={who} {...{ who, mine, theirs, said }} />;
          })}
        </div>
        <Inside key={nr} trace={round.value} growing onPick={({ line }) => line && light(line)} />
      </div>
    );
  }

  render(<Panel />, root);
  void call(asked);
  return () => {
    over.abort();
    render(null, root);
  };
}
