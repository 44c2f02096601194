import type { Entry } from '../../protocol/entry.ts';

/**
 * Whether two actors have one clock, as everybody in one page has: their entries came here in its order, to and fro. To
 * one side only they may have come because a whole page's worth came at once.
 */
export function shareClock(entries: readonly Entry[], one: string, other: string): boolean {
  let turns = 0;
  let last: Entry | undefined;
  for (const entry of entries) {
    if (entry.who !== one && entry.who !== other) continue;
    if (last && entry.at < last.at) return false;
    if (last && entry.who !== last.who) turns++;
    last = entry;
  }
  return turns > 1;
}
