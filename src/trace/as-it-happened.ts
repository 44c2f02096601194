import type { Entry } from '../../protocol/entry.ts';
import { offsetsOf } from './offsets.ts';

const stations: Partial<Record<Entry['what'], number>> = { sent: 0, held: 1, received: 2, refused: 2 };

/**
 * The entries of a trace in an order in which they can have happened, whenever they arrived here: by one clock, but
 * everyone's own in the order of their numbers, and no message before it was sent.
 */
export function asItHappened(entries: readonly Entry[]): Entry[] {
  const queues = new Map([...Map.groupBy(entries, ({ who }) => who)].map(([who, own]) => [who, inOwnOrder(own)]));
  const letters = Map.groupBy(
    entries.filter(({ mail, what }) => mail !== undefined && what in stations),
    ({ mail }) => mail,
  );
  const told = new Set<Entry>();

  const firstUntoldOf = (who: string) => {
    const own = queues.get(who)!;
    while (told.has(own.entries[own.next]!)) own.next++;
    return own.entries[own.next]!;
  };
  // Only a trace that contradicts itself waits for what waits already; that is then not waited for once more.
  const untoldBefore = (entry: Entry, waiting: ReadonlySet<Entry>) => {
    const station = stations[entry.what] ?? 0;
    const earlier = station > 0 ? letters.get(entry.mail)?.filter(({ what }) => stations[what]! < station) : undefined;
    return [firstUntoldOf(entry.who), ...(earlier ?? [])].find((other) => !told.has(other) && !waiting.has(other));
  };

  for (const entry of byOneClock(entries)) {
    const stack = told.has(entry) ? [] : [entry];
    const waiting = new Set(stack);
    for (let last = stack.at(-1); last; last = stack.at(-1)) {
      const before = untoldBefore(last, waiting);
      if (before) {
        stack.push(before);
        waiting.add(before);
      } else told.add(stack.pop()!);
    }
  }
  return [...told];
}

/** By number, not by clock: a page that is loaded anew may begin its clock anew. */
function inOwnOrder(own: readonly Entry[]) {
  const number = ({ id }: Entry) => Number(id.slice(id.lastIndexOf(':') + 1));
  return { entries: own.toSorted((one, other) => number(one) - number(other) || one.at - other.at), next: 0 };
}

/** Whoever's clock is not known goes by when their entries came. */
function byOneClock(entries: readonly Entry[]): Entry[] {
  const offsets = offsetsOf(entries);
  let latest = Number.NEGATIVE_INFINITY;
  const times = new Map(
    entries.map((entry) => {
      const offset = offsets[entry.who];
      const time = offset === undefined ? latest : entry.at + offset;
      latest = Math.max(latest, time);
      return [entry, time];
    }),
  );
  return entries.toSorted((one, other) => times.get(one)! - times.get(other)!);
}
