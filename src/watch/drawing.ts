import type { Entry } from '../../protocol/entry.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { laneOf, withLanes } from './lanes.ts';
import { said } from './said.ts';

/** What the pictures are drawn of. It only grows; where something has to stand above what is there, a new one begins. */
export type Drawing = {
  readonly entries: readonly Entry[];
  follow(listener: (entry: Entry) => void, signal: AbortSignal): void;
};

export type Drawn = ReturnType<typeof draw>;

/** Draws what was told, in the order of the clock. `add` says whether what came later could be drawn below. */
export function draw(told: readonly Witnessed[]) {
  const entries: Entry[] = [];
  const counts = new Map<string, number>();
  const listeners = new Set<(entry: Entry) => void>();
  const ids = new Map<string, string>();
  let last: Witnessed | undefined;

  function show(one: Witnessed) {
    last = one;
    for (const { of, ...fact } of withLanes(one)) {
      const count = (counts.get(fact.who) ?? 0) + 1;
      counts.set(fact.who, count);
      // Numbered as drawn: pages and servers that were started anew have used the same ids.
      const id = `${fact.who}:${count}`;
      const cause = of === undefined ? {} : { of: ids.get(`${fact.who} ${of}`) ?? of };
      if (one.who !== 'server') ids.set(`${fact.who} ${one.id}`, id);
      const entry = { ...fact, ...cause, id, seq: entries.length };
      entries.push(entry);
      for (const listener of listeners) listener(entry);
    }
  }

  const drawing: Drawing = {
    entries,
    follow(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  for (const one of inTime(told)) show(one);
  return {
    drawing,
    add(more: readonly Witnessed[]): boolean {
      const [first] = inTime(more);
      if (first && last && inOrder(first, last) < 0) return false;
      for (const one of inTime(more)) show(one);
      return true;
    },
  };
}

const inTime = (told: readonly Witnessed[]) => told.toSorted(inOrder);

/** In one moment the server goes first: a page answers to what it had from there. The rest only has to be always alike. */
function inOrder(one: Witnessed, other: Witnessed): number {
  const [first, second] = [sourceOf(one), sourceOf(other)];
  return one.at - other.at || (first === second ? 0 : first < second ? -1 : 1);
}

const sourceOf = ({ who, id }: Witnessed) => (who === 'server' ? '' : id.slice(0, id.lastIndexOf(':')));

/** Whoever said something or was told something, in the order in which they came. */
export const peopleIn = (told: readonly Witnessed[]): string[] => [
  ...new Set(
    told.flatMap((entry) => {
      if (entry.who !== 'server') return [entry.who];
      const { from, to } = said(entry);
      return [from, to].filter((peer) => peer?.name).map((peer) => laneOf(peer!));
    }),
  ),
];
