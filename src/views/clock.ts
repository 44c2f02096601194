import type { Entry } from '../../protocol/entry.ts';

/** When something happened, on the one clock that a picture shows, in milliseconds. */
export type Clock = (entry: Entry) => number;

/** The clock of an actor, by what has to be added to each of the others. */
export const clockWith =
  (offsets: Readonly<Record<string, number>>): Clock =>
  ({ who, at }) =>
    at + (offsets[who] ?? 0);

/** For a trace of one page, whose actors share its clock. */
export const ownClock: Clock = ({ at }) => at;
