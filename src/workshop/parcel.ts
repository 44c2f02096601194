import type { Entry } from '../../protocol/entry.ts';
import { limits } from '../../protocol/workshop/limits.ts';

// How a trace is told to the class: in messages that the server takes, and no more of it than it keeps.

/** Characters in one message; with the longest of letters still less than the wire carries. */
const most = 30_000;

const sizeOf = (entry: Entry) => JSON.stringify(entry).length;

/** A body too large to be told is left out; that it happened is not. */
function told(entry: Entry): Entry {
  if (sizeOf(entry) <= most) return entry;
  const { body: _, ...fact } = entry;
  return fact;
}

/** What is to be told next, after the first `from`; nothing, if all of it was. */
export function parcel(entries: readonly Entry[], from: number): Entry[] {
  const next: Entry[] = [];
  let size = 0;
  for (const entry of entries.slice(from, from + limits.entries)) {
    const short = told(entry);
    size += sizeOf(short);
    if (size > most && next.length > 0) break;
    next.push(short);
  }
  return next;
}

/** As much of a trace as the server has room for, and in its last place that there is no more. */
export function roomFor({ entries: room, characters }: { entries: number; characters: number } = limits.trace) {
  const kept: Entry[] = [];
  let [size, isFull] = [0, false];
  return {
    kept,
    put(entry: Entry) {
      if (isFull) return;
      size += sizeOf(told(entry));
      isFull = kept.length >= room - 1 || size > characters - 1_000;
      kept.push(isFull ? lastOf(entry) : entry);
    },
  };
}

const lastOf = ({ seq, who, at }: Entry): Entry => ({
  ...{ id: 'spotlight:end', seq, at, who, what: 'note' },
  name: 'No more than this is shown to the class.',
});
