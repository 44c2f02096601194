import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, clockWith } from '../../trace/clock.ts';
import { offsetsOf } from '../../trace/offsets.ts';

/** The clock of this page for everybody: for `here`, whose entries it makes itself, and for others, who have their own. */
export function oneClock(entries: readonly Entry[], here: readonly string[]): Clock {
  const page = 'this page';
  const asOne = entries.map((entry) => (here.includes(entry.who) ? { ...entry, who: page } : entry));
  const { [page]: own, ...others } = offsetsOf(asOne);
  const ours = own === undefined ? [] : here.map((who) => [who, own]);
  return clockWith({ ...others, ...Object.fromEntries(ours) }, entries);
}

/** How many kinds of stations mail was seen at. When there is one more, more can be known of the clocks. */
export const stationKinds = (entries: readonly Entry[]): number =>
  new Set(entries.flatMap(({ who, what, mail }) => (mail === undefined ? [] : [`${who} ${what}`]))).size;
