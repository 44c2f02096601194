import type { Entry } from '../../protocol/entry.ts';
import { selfContained } from './recording/natives.ts';

export type Fact = Omit<Entry, 'id' | 'seq' | 'at'>;

export type Trace = {
  readonly entries: readonly Entry[];
  /** How many facts came when the trace was full. */
  readonly dropped: number;
  append(fact: Fact): Entry;
  /** Calls back with every entry from now on, until the signal aborts. */
  follow(listener: (entry: Entry) => void, signal: AbortSignal): void;
};

/** Room for a long lesson; what fills it sooner is data, and more of the same teaches nothing. */
const usualCapacity = 20_000;

/**
 * A trace that can only grow, up to its capacity. `now` is the actor's clock, in milliseconds. When it is full the
 * newest facts are dropped, not the oldest: pictures are folded from the beginning, and a call without its beginning
 * cannot be folded, while every prefix is a trace.
 */
export function createTrace(now: () => number, capacity = usualCapacity): Trace {
  const entries: Entry[] = [];
  const counts = selfContained(new Map<string, number>());
  const listeners = selfContained(new Set<(entry: Entry) => void>());
  let dropped = 0;

  function numbered(fact: Fact): Entry {
    const count = (counts.get(fact.who) ?? 0) + 1;
    counts.set(fact.who, count);
    return { id: `${fact.who}:${count}`, seq: entries.length, at: now(), ...fact };
  }

  function keep(entry: Entry) {
    entries[entries.length] = entry;
    listeners.forEach((listener) => {
      listener(entry);
    });
    return entry;
  }

  return {
    entries,
    get dropped() {
      return dropped;
    },
    append(fact) {
      if (entries.length < capacity) return keep(numbered(fact));
      const name = `The trace is full after ${capacity} entries: what happens from now on is counted and not kept.`;
      if (dropped++ === 0) keep(numbered({ who: fact.who, what: 'note', name }));
      return numbered(fact);
    },
    follow(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}
