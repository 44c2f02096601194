import type { Entry, SourceLine } from '../../protocol/entry.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { type Conflict, isSameFact } from './conflict.ts';
import { ownNumber } from './own-order.ts';
import { bare, defineProperty, selfContained } from './recording/natives.ts';

export type Fact = Omit<Entry, 'id' | 'seq' | 'at'>;
/** Finds the line that made a call, when somebody asks for it: there are more lines than readers. */
export type FindLine = () => SourceLine | undefined;

export type Trace = {
  readonly entries: readonly Entry[];
  /** How many facts came when the trace was full. */
  readonly dropped: number;
  append(fact: Fact, line?: FindLine): Entry;
  /**
   * Takes in what others recorded: another page, or the server. Entries stand in the order in which they come here,
   * however late: so folding a prefix and folding live are the same, and their mail places them. What is here already
   * is left out, and what contradicts it is told.
   */
  take(arrived: Iterable<Witnessed>): readonly Conflict[];
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
  const counts: Record<string, number> = bare({});
  const listeners = selfContained(new Set<(entry: Entry) => void>());
  let dropped = 0;
  /** Made when it is first needed: a page that takes nothing in pays nothing for it. */
  let known: Map<string, Entry> | undefined;

  function numbered({ who, on, what, name, body, of, mail, line }: Fact, find?: FindLine): Entry {
    const count = (counts[who] ?? 0) + 1;
    counts[who] = count;
    const entry: Entry = { id: `${who}:${count}`, seq: entries.length, at: now(), who, what, name };
    if (on !== undefined) entry.on = on;
    if (body !== undefined) entry.body = body;
    if (of !== undefined) entry.of = of;
    if (mail !== undefined) entry.mail = mail;
    if (line !== undefined) entry.line = line;
    if (find) {
      finders.set(entry, find);
      defineProperty(entry, 'line', foundWhenAsked);
    }
    return entry;
  }

  function keep(entry: Entry) {
    entries[entries.length] = entry;
    known?.set(entry.id, entry);
    listeners.forEach((listener) => {
      listener(entry);
    });
    return entry;
  }

  /** Counts what has no room, and says once, right behind what was kept of the same actor, that there is none. */
  function drop({ who, at }: Pick<Entry, 'who' | 'at'>) {
    const id = `${who}:${counts[who] ?? 0}.${capacity}`;
    const name = `The trace is full after ${capacity} entries: what happens from now on is counted and not kept.`;
    if (dropped++ === 0) keep({ id, seq: entries.length, at, who, what: 'note', name });
  }

  function takeOne(entry: Witnessed) {
    if (entries.length < capacity) keep({ ...entry, seq: entries.length });
    else drop(entry);
    // Should the same actor write here as well, as after a page was loaded anew, their numbers go on from there.
    counts[entry.who] = Math.max(counts[entry.who] ?? 0, ownNumber(entry) || 0);
  }

  return {
    entries,
    get dropped() {
      return dropped;
    },
    append(fact, line) {
      if (entries.length < capacity) return keep(numbered(fact, line));
      drop({ who: fact.who, at: now() });
      return numbered(fact);
    },
    take(arrived) {
      known ??= selfContained(new Map(entries.map((entry) => [entry.id, entry])));
      const conflicts: Conflict[] = [];
      for (const entry of arrived) {
        const kept = known.get(entry.id);
        if (!kept) takeOne(entry);
        else if (!isSameFact(kept, entry)) conflicts.push({ kept, leftOut: entry });
      }
      return conflicts;
    },
    follow(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}

const finders = selfContained(new WeakMap<Entry, FindLine>());

/** From its first reader on the line is a member like any other, or hidden where there is none. */
const foundWhenAsked = bare<PropertyDescriptor & ThisType<Entry>>({
  enumerable: true,
  configurable: true,
  get() {
    const value = finders.get(this)?.();
    defineProperty(this, 'line', bare({ value, enumerable: value !== undefined }));
    return value;
  },
});
