import type { Entry } from '../../protocol/entry.ts';

/** When something happened, on one clock for everybody, in milliseconds. */
export type Clock = (entry: Entry) => number;

/** For a trace of one page, whose actors share its clock. */
export const ownClock: Clock = ({ at }) => at;

/**
 * The clock of the first actor, by what has to be added to each of the others (`offsetsOf`). Where that is not known,
 * because no mail went between the two yet, their first entry counts as made when it came.
 */
export function clockWith(offsets: Readonly<Record<string, number>>, entries: readonly Entry[]): Clock {
  const known = new Map(Object.entries(offsets));
  let latest = entries[0]?.at ?? 0;
  for (const { who, at } of entries) {
    const offset = known.get(who) ?? latest - at;
    known.set(who, offset);
    latest = Math.max(latest, at + offset);
  }
  return ({ who, at }) => at + (known.get(who) ?? 0);
}
