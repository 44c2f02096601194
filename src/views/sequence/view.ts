import type { Entry } from '../../../protocol/entry.ts';
import { noPost, type Post } from '../post.ts';
import { byText, none, type Sorted, sortedBy } from '../sorted.ts';
import type { Place, Row } from './row.ts';

/** One actor's lane: where it begins, how far it has come, and how far with anything but runs. */
export type Lane = { readonly since: Place; readonly last: Place; readonly settled?: Place };

/** What somebody keeps for somebody else, from the row where they took it to the row where the last of it went on. */
export type Hold = {
  readonly who: string;
  readonly from: Place;
  readonly until?: Place;
  readonly waiting: readonly Entry[];
};

/** Where an entry is shown. */
type Spot = { readonly id: string; readonly place: Place };

/** Everything that the sequence picture knows after a number of entries. */
export type SequenceView = {
  readonly count: number;
  /** When the first entry happened. */
  readonly began: number;
  readonly lanes: Readonly<Record<string, Lane>>;
  /** The last of everyone's own entries. */
  readonly latest: Readonly<Record<string, Entry>>;
  readonly rows: Sorted<Row>;
  /** The row that the newest entry made or changed. */
  readonly now?: Place;
  readonly post: Post;
  readonly holds: readonly Hold[];
  /** The last state of every machine. */
  readonly states: Readonly<Record<string, string>>;
  /** The newest row of every kind that runs. */
  readonly runs: Readonly<Record<string, Place>>;
  /** Where calls and messages are shown: what comes later may belong to them. */
  readonly spots: Sorted<Spot>;
};

export const spots = sortedBy(({ id }: Spot) => id, byText);

export const nothingYet: SequenceView = {
  count: 0,
  began: 0,
  lanes: {},
  latest: {},
  rows: none,
  post: noPost,
  holds: [],
  states: {},
  runs: {},
  spots: none,
};
