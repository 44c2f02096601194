import type { Entry } from '../../protocol/entry.ts';

const stations: Partial<Record<Entry['what'], number>> = { sent: 0, held: 1, received: 2, refused: 2 };

/**
 * The entries of a trace in an order in which they can have happened: as they arrived here, except that what came late
 * moves up before whatever follows from it. Everyone's own entries go by their own clock, and mail leaves before it comes.
 */
export function asItHappened(entries: readonly Entry[]): Entry[] {
  const queues = new Map([...Map.groupBy(entries, ({ who }) => who)].map(([who, own]) => [who, queue(own)]));
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

  for (const entry of entries) {
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

const queue = (own: readonly Entry[]) => ({ entries: own.toSorted((one, other) => one.at - other.at), next: 0 });
