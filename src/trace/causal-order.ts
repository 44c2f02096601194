import type { Entry } from '../../protocol/entry.ts';
import type { Clock } from './clock.ts';
import { byOwnOrder } from './own-order.ts';
import { isMail, rank } from './station.ts';

/**
 * Entries of several actors in an order in which they can have happened, whenever they came here: everyone's own go by
 * their numbers, no message is at a station before it was at those before, and otherwise the clock decides. Where they
 * go on from others, `wasAt` knows at which stations a message was among those.
 */
export function causalOrder(
  entries: readonly Entry[],
  clock: Clock,
  wasAt: (entry: Entry, station: number) => boolean = () => false,
): Entry[] {
  const queues = [...Map.groupBy(entries, ({ who }) => who).values()].map((own) => ({
    own: own.toSorted(byOwnOrder),
    next: 0,
  }));
  const station = ({ mail }: Entry, at: number) => `${at} ${mail}`;
  const firsts = new Map<string, Entry>();
  for (const { own } of queues) {
    for (const entry of own) {
      const key = station(entry, rank(entry));
      if (isLetter(entry) && !firsts.has(key)) firsts.set(key, entry);
    }
  }

  const told = new Set<Entry>();
  const waits = (entry: Entry) => {
    if (!isLetter(entry)) return false;
    return [0, 1, 2, 3].slice(0, rank(entry)).some((at) => {
      const earlier = firsts.get(station(entry, at));
      return earlier !== undefined && earlier.who !== entry.who && !told.has(earlier) && !wasAt(entry, at);
    });
  };

  // What one clock cannot tell apart happened as it came here.
  const isBefore = (one: Entry, other: Entry) => (clock(one) - clock(other) || one.seq - other.seq) < 0;

  while (told.size < entries.length) {
    const heads = queues.filter(({ own, next }) => next < own.length);
    const free = heads.filter(({ own, next }) => !waits(own[next]!));
    // Everyone waits for someone only where a trace contradicts itself: then the clock decides that too.
    const queue = (free.length ? free : heads).reduce((a, b) => (isBefore(b.own[b.next]!, a.own[a.next]!) ? b : a));
    told.add(queue.own[queue.next++]!);
  }
  return [...told];
}

const isLetter = (entry: Entry) => entry.mail !== undefined && isMail(entry);
