import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';

export type Measure = 'entries' | 'time';

/** When each entry was there to be seen, since the first: an entry that comes late is seen when it comes. */
export function timesOf(entries: readonly Entry[], clock: Clock): number[] {
  const times: number[] = [];
  let latest = entries[0] ? clock(entries[0]) : 0;
  const began = latest;
  for (const entry of entries) times.push((latest = Math.max(latest, clock(entry))) - began);
  return times;
}

/** How many of these times, which only grow, are past. */
export function countUntil(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const longestGapMs = 2_000;
const entryEveryMs = 400;

/** When each entry is shown if the trace is played: as it happened, with long silences cut short, or at an even pace. */
export function pace(times: readonly number[], measure: Measure): number[] {
  let shown = 0;
  return times.map((time, index) => {
    if (measure === 'entries') return index * entryEveryMs;
    return (shown += index ? Math.min(longestGapMs, time - times[index - 1]!) : 0);
  });
}
