import type { Entry } from '../../protocol/entry.ts';

export type Fact = Omit<Entry, 'id' | 'seq' | 'at'>;

export type Trace = {
  readonly entries: readonly Entry[];
  append(fact: Fact): Entry;
  /** Calls back with every entry from now on, until the signal aborts. */
  follow(listener: (entry: Entry) => void, signal: AbortSignal): void;
};

/** A trace that can only grow. `now` is the actor's clock, in milliseconds. */
export function createTrace(now: () => number): Trace {
  const entries: Entry[] = [];
  const counts = new Map<string, number>();
  const listeners = new Set<(entry: Entry) => void>();

  return {
    entries,
    append(fact) {
      const count = (counts.get(fact.who) ?? 0) + 1;
      counts.set(fact.who, count);
      const entry: Entry = { id: `${fact.who}:${count}`, seq: entries.length, at: now(), ...fact };
      entries.push(entry);
      for (const listener of listeners) listener(entry);
      return entry;
    },
    follow(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}
