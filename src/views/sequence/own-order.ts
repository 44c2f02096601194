import type { Entry } from '../../../protocol/entry.ts';

/**
 * By the number in its id, 'alice:12' or 'server:7.1', and not by the clock: a page that is loaded anew may begin its
 * clock anew.
 */
export function byOwnOrder(a: Pick<Entry, 'id'>, b: Pick<Entry, 'id'>): number {
  const [[whole, part], [otherWhole, otherPart]] = [numbers(a), numbers(b)];
  return whole - otherWhole || part - otherPart;
}

function numbers({ id }: Pick<Entry, 'id'>): [whole: number, part: number] {
  const [whole, part = 0] = id
    .slice(id.lastIndexOf(':') + 1)
    .split('.')
    .map(Number);
  return [whole!, part];
}
