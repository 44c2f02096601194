import type { Entry } from '../../../protocol/entry.ts';
import { sortedBy } from '../sorted.ts';

/** Where a row stands, and always will: later entries may come above it, but nothing moves it. */
export type Place = { readonly when: number; readonly order: number };

/** One thing that happened. */
export type Item =
  | { readonly kind: 'call'; readonly call: Entry; readonly outcome?: Entry }
  | { readonly kind: 'event' | 'step' | 'note'; readonly entry: Entry }
  /** A machine's new state, and the event that told of it. */
  | { readonly kind: 'state'; readonly entry: Entry; readonly before?: string; readonly event?: Entry }
  /** A message from one station to the next, of which one may be unknown, or not yet reached. */
  | MailItem;

export type MailItem = {
  readonly kind: 'mail';
  readonly number: number;
  readonly from?: Entry;
  readonly to?: Entry;
  /** What became of it on the spot: it is held, or refused. */
  readonly fate?: Entry;
};

/** A line of the picture: one thing that happened, or a run of the same that is folded into one line. */
export type Row = {
  readonly place: Place;
  readonly items: readonly Item[];
  /** What may join this row as one more of the same. */
  readonly run?: string;
};

export const byPlace = (a: Place, b: Place) => a.when - b.when || a.order - b.order;

export const rowsInOrder = sortedBy(({ place }: Row) => place, byPlace);

/** What an item shows, in the order in which it happened. */
export const entriesOf = (item: Item): Entry[] => all(item).filter((entry) => entry !== undefined);

function all(item: Item): (Entry | undefined)[] {
  switch (item.kind) {
    case 'call':
      return [item.call, item.outcome];
    case 'mail':
      return [item.from, item.to, item.fate];
    case 'state':
      return [item.event, item.entry];
    default:
      return [item.entry];
  }
}

/** Whose lane an item starts at, and at whose it ends. */
export function lanesOf(item: Item): [from: string, to: string] {
  const entries = entriesOf(item);
  return [entries[0]!.who, entries.at(-1)!.who];
}

/** What a row says, in parts: the picture and its text say the same. */
export type Label = {
  /** It came by itself: nobody called it at this moment. */
  byItself: boolean;
  /** '#4', of a message. */
  number: string;
  name: string;
  detail: string;
  /** How long it took, or what became of it. */
  aside: string;
  /** What went wrong, in the browser's words. */
  wrong: string;
};
