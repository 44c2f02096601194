import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { Entry } from '../../../protocol/entry.ts';
import type { Browser } from '../../trace/signaling-state.ts';
import { complaint } from '../../views/gist.ts';
import { moments } from '../../views/moments.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { Watched } from '../../views/pictures/use-entries.ts';
import { type StatesView, statesFold } from '../../views/states/fold.ts';
import { States } from '../../views/states/states.tsx';
import type { LabContext } from '../lab.ts';
import { PeerCard } from './card.tsx';
import { readyFor, type Side, settle, situationOf } from './desk.ts';
import { foretell } from './foretell.ts';
import type { Name, Outcome } from './outcome.ts';
import './panel.css';
import { type CallName, calls, prepare } from './states.ts';

const nameOf = { alice: 'Alice', bob: 'Bob' };
const names = ['alice', 'bob'] as const;

const browser: Browser | undefined = /Firefox\//.test(navigator.userAgent)
  ? 'firefox'
  : /Chrome\//.test(navigator.userAgent)
    ? 'chromium'
    : undefined;

type Drawn = Watched & { round: number; states: (moment: number) => StatesView };

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, trace, signal: leaving } = context;
  const status = signal('Both are asked for a picture. The browser may have a question for you.');
  const sides = signal<Record<Name, Side> | undefined>(undefined);
  const outcomes = signal<Partial<Record<Name, Outcome>>>({});
  const streams = {} as Record<Name, MediaStream>;
  /** What is drawn: everything since both connections were new. */
  const drawn = signal<Drawn>(newRound(0));
  function newRound(round: number): Drawn {
    const entries: Entry[] = [];
    return { round, entries, follow: trace.follow, states: moments(statesFold, entries) };
  }
  const pressing = new Set<Side>();
  let presses = 0;

  /** The sides are changed in place; what shows them is told by another object around them. */
  const look = () => {
    if (sides.value) sides.value = { ...sides.value };
  };
  trace.follow((entry) => {
    const entries = drawn.value.entries as Entry[];
    entries.push({ ...entry, seq: entries.length });
    if (entry.what === 'state' || entry.what === 'event') look();
  }, leaving);

  function side(who: Name): Side {
    const peer = newPeer(who);
    const made: Side = { name: nameOf[who], peer, unset: [], found: [] };
    prepare(peer, streams[who], {
      candidate: (found) => (made.found = [...made.found, found]),
      stream: (theirs) => (made.stream = theirs),
    });
    return made;
  }

  function startOver() {
    for (const who of names) sides.value?.[who].peer.close();
    outcomes.value = {};
    drawn.value = newRound(drawn.value.round + 1);
    sides.value = { alice: side('alice'), bob: side('bob') };
    status.value = 'Both connections are new. Press what you like: nothing breaks that Start over does not mend.';
  }

  async function press(who: Name, call: CallName) {
    const { [who]: mine, [who === 'alice' ? 'bob' : 'alice']: theirs } = sides.value!;
    const foretold = foretell(call, situationOf(mine, theirs), browser);
    // A call that close() overtakes is never answered, so only close() need not wait for the one before.
    if ('missing' in foretold || (pressing.has(mine) && call !== 'close')) return;
    pressing.add(mine);
    const before = mine.peer.signalingState;
    const ready = readyFor(mine, theirs);
    const end = (led: string, said?: string) => {
      pressing.delete(mine);
      if (sides.value![who].peer !== mine.peer) return;
      outcomes.value = { ...outcomes.value, [who]: { nr: ++presses, call, in: before, foretold, led, said } };
      look();
    };
    try {
      const result = await calls[call](mine.peer, ready);
      settle(call, result, ready, mine, theirs);
      end(mine.peer.signalingState);
    } catch (error) {
      end((error as Error).name, complaint(error));
    }
  }

  async function begin() {
    try {
      for (const who of names) {
        streams[who] = await devicesOf(who).getUserMedia({ video: { width: 320, height: 240 } });
        leaving.throwIfAborted();
      }
    } catch (error) {
      const { sayRefusal } = await import('../../media/refusal.ts');
      const refusal = sayRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${refusal} Or choose Synthetic above.`;
      return;
    }
    startOver();
  }

  render(<Panel {...{ status, sides, outcomes, drawn, context, startOver }} onPress={press} />, root);
  void begin();
  return () => render(null, root);
}

type PanelProps = {
  status: Signal<string>;
  sides: Signal<Record<Name, Side> | undefined>;
  outcomes: Signal<Partial<Record<Name, Outcome>>>;
  drawn: Signal<Drawn>;
  context: LabContext;
  startOver(): void;
  onPress(who: Name, call: CallName): void;
};

function Panel({ status, sides, outcomes, drawn, context: { light }, startOver, onPress }: PanelProps) {
  const both = sides.value;
  const { round, entries, states } = drawn.value;
  return (
    <div class="states-lab">
      <div class="head">
        <p role="status" aria-label="Lab">
          {status.value}
        </p>
        {both && (
          <button type="button" onClick={startOver}>
            Start over
          </button>
        )}
      </div>
      {both && (
        <div class="cards">
          {names.map((who) => {
            const [mine, theirs] = [both[who], both[who === 'alice' ? 'bob' : 'alice']];
            const situation = situationOf(mine, theirs);
            return (
              <PeerCard
                key={who}
                who={who}
                situation={situation}
                stream={situation.receiving ? mine.stream : undefined}
                foretell={(call) => foretell(call, situation, browser)}
                outcome={outcomes.value[who]}
                onPress={(call) => onPress(who, call)}
              />
            );
          })}
        </div>
      )}
      <States view={states(entries.length)} />
      <Inside key={round} trace={drawn.value} growing onPick={({ line }) => line && light(line)} />
    </div>
  );
}
