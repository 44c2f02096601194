import type { Entry } from '../../protocol/entry.ts';

type Named = Pick<Entry, 'id'>;

/** Everyone's own entries as they were made, by number and not by clock: a page that is loaded anew may begin its clock anew. */
export const byOwnOrder = (one: Named, other: Named): number =>
  ownNumber(one) - ownNumber(other) || partOf(one) - partOf(other);

/** The 12 of 'alice:12', and the 7 of 'server:7.1'. */
export const ownNumber = (entry: Named): number => Number(numbersOf(entry)[0]);

const partOf = (entry: Named): number => Number(numbersOf(entry)[1] ?? 0);

const numbersOf = ({ id }: Named): string[] => id.slice(id.lastIndexOf(':') + 1).split('.');
