import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { since } from '../duration.ts';
import { count } from '../gist.ts';
import { timesOf } from './timeline.ts';

/** A number of entries, or whatever is the newest. */
export type Moment = number | 'live';

export const momentOf = (moment: Moment, entries: readonly Entry[]) => (moment === 'live' ? entries.length : moment);

/** Which moment is shown, and of what. */
export function scrubberText(entries: readonly Entry[], moment: Moment, clock: Clock = ownClock): string[] {
  const times = timesOf(entries, clock);
  const whose = [...Map.groupBy(entries, ({ who }) => who)].map(([who, own]) => `${who} ${own.length}`);
  const wrong = entries.filter(({ what }) => what === 'throw' || what === 'refused').length;
  return [
    momentText(times, momentOf(moment, entries), moment === 'live'),
    `${count(entries.length, 'entry').replace('entrys', 'entries')} in ${since(times.at(-1) ?? 0)}: ${whose.join(', ')}`,
    ...(wrong ? [`${wrong} went wrong`] : []),
  ];
}

export const momentText = (times: readonly number[], moment: number, isLive: boolean) =>
  `${isLive ? 'live, ' : ''}entry ${moment} of ${times.length}, ${since(times[moment - 1] ?? 0)}`;
