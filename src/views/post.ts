import type { Entry } from '../../protocol/entry.ts';
import { rank } from '../trace/station.ts';
import { byText, none, type Sorted, sortedBy } from './sorted.ts';

/** A message and everything that is known to have become of it, in the order in which it must have happened. */
export type Mail = {
  /** Counted as they became known, from 1. */
  readonly number: number;
  readonly id: string;
  readonly points: readonly Entry[];
};

type Numbered = Pick<Mail, 'id' | 'number'>;

export type Post = { readonly mails: Sorted<Mail>; readonly numbers: Sorted<Numbered> };

export const noPost: Post = { mails: none, numbers: none };

const mails = sortedBy(
  ({ number }: Mail) => number,
  (a, b) => a - b,
);
const counts = sortedBy(({ id }: Numbered) => id, byText);

/** What carries no `mail` is known at one end only: it is a message of its own. */
const idOf = ({ id, mail }: Entry) => mail ?? id;

const numberOf = (post: Post, entry: Entry) => counts.find(post.numbers, idOf(entry))?.number;

export function mailOf(post: Post, entry: Entry): Mail | undefined {
  const number = numberOf(post, entry);
  return number === undefined ? undefined : mails.find(post.mails, number);
}

/** Whether a message is known to have been at a station. */
export const hasBeenAt = (post: Post, entry: Entry, station: number): boolean =>
  mailOf(post, entry)?.points.some((point) => rank(point) === station) ?? false;

/** Counts a message that was not known. */
export function numbered(numbers: Post['numbers'], entry: Entry): Post['numbers'] {
  const id = idOf(entry);
  return counts.find(numbers, id) ? numbers : counts.put(numbers, { id, number: numbers.size + 1 });
}

/** Notes one more station of a message. */
export function deliver(post: Post, entry: Entry): Post {
  const numbers = numbered(post.numbers, entry);
  const id = idOf(entry);
  const { number } = counts.find(numbers, id)!;
  const points = mails.find(post.mails, number)?.points ?? [];
  const after = points.findIndex((point) => rank(point) > rank(entry));
  const mail = { id, number, points: points.toSpliced(after < 0 ? points.length : after, 0, entry) };
  return { mails: mails.put(post.mails, mail), numbers };
}
