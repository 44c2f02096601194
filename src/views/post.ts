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
const numbers = sortedBy(({ id }: Numbered) => id, byText);

/** What carries no `mail` is known at one end only: it is a message of its own. */
const idOf = ({ id, mail }: Entry) => mail ?? id;

const numberOf = (post: Post, entry: Entry) => numbers.find(post.numbers, idOf(entry))?.number;

export function mailOf(post: Post, entry: Entry): Mail | undefined {
  const number = numberOf(post, entry);
  return number === undefined ? undefined : mails.find(post.mails, number);
}

/** The same numbers, and nothing delivered yet. */
export const undelivered = ({ numbers }: Post): Post => ({ mails: none, numbers });

/** Notes one more station of a message. */
export function deliver(post: Post, entry: Entry): Post {
  const number = numberOf(post, entry) ?? post.numbers.size + 1;
  const id = idOf(entry);
  const points = mails.find(post.mails, number)?.points ?? [];
  const after = points.findIndex((point) => rank(point) > rank(entry));
  const mail = { id, number, points: points.toSpliced(after < 0 ? points.length : after, 0, entry) };
  return { mails: mails.put(post.mails, mail), numbers: numbers.put(post.numbers, { id, number }) };
}
