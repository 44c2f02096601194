import type { Entry } from '../../protocol/entry.ts';

/** When something happened, on the one clock that a picture shows, in milliseconds. */
export type Clock = (entry: Entry) => number;

/** For a trace of one page, whose actors share its clock. */
export const ownClock: Clock = ({ at }) => at;
