import './arrow.css';
import type { MailItem } from './row.ts';

type Props = { item: MailItem; laneOf(who: string): number; last: number };

/** From one lane to another; broken off where the other end is not known, or not reached yet. */
export function Arrow({ item: { from, to, fate }, laneOf, last }: Props) {
  const [start, end] = [from && laneOf(from.who), to && laneOf(to.who)];
  const leftwards = pointsLeft(start, end, last);
  const known = start !== undefined && end !== undefined;
  const [near, far] = known ? [Math.min(start, end), Math.max(start, end)] : [(start ?? end)!, (start ?? end)!];
  return (
    <span
      class="arrow"
      data-way={leftwards ? 'left' : 'right'}
      data-ends={known ? 'both' : start === undefined ? 'to' : 'from'}
      data-fate={(fate ?? to)?.what}
      style={{ '--near': near, '--far': far }}
    >
      <svg class="tip" viewBox="0 0 10 10" aria-hidden="true">
        <path d={leftwards ? 'M9 1 1 5l8 4' : 'M1 1l8 4-8 4'} />
      </svg>
    </span>
  );
}

/** Towards the other end; where that is unknown, towards the others. */
export function pointsLeft(start: number | undefined, end: number | undefined, last: number): boolean {
  if (start !== undefined && end !== undefined) return end < start;
  return start === undefined ? end === 0 && last > 0 : start === last && last > 0;
}
