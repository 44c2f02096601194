import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../clock.ts';
import { stage } from '../post.ts';

/**
 * Entries of several actors in an order in which they can have happened: everyone's own order is kept, no message is
 * received before it was sent, and otherwise the clock decides.
 */
export function causalOrder(entries: readonly Entry[], clock: Clock): Entry[] {
  const queues = [...Map.groupBy(entries, ({ who }) => who).values()].map((entries) => ({ entries, next: 0 }));
  const station = (entry: Entry, at: number = stage(entry)) => `${at} ${entry.mail}`;
  const known = new Set(entries.filter(({ mail }) => mail).map((entry) => station(entry)));
  const reached = new Set<string>();

  const waits = (entry: Entry) =>
    [0, 1].slice(0, stage(entry)).some((earlier) => {
      const awaited = station(entry, earlier);
      return known.has(awaited) && !reached.has(awaited);
    });

  const ordered: Entry[] = [];
  while (ordered.length < entries.length) {
    const heads = queues.filter(({ entries, next }) => next < entries.length);
    const free = heads.filter(({ entries, next }) => !waits(entries[next]!));
    // Everyone waits for someone only where a trace contradicts itself: then the clock decides that too.
    const queue = (free.length ? free : heads).reduce((a, b) =>
      clock(b.entries[b.next]!) < clock(a.entries[a.next]!) ? b : a,
    );
    const entry = queue.entries[queue.next++]!;
    reached.add(station(entry));
    ordered.push(entry);
  }
  return ordered;
}
