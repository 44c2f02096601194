import type { Card } from './views.ts';

/** How long half of the class is at a place, and of how many that is known. */
export type Pace = { medianMs: number; of: number };

const least = 60_000;
const unknown = 180_000;
/** Two who were quick are no class: of fewer than so many, nobody is told to be slow after a minute. */
const few = 5;

/**
 * How much longer somebody has been at a step than twice the class's median there; nothing for who is away, nor for who reads
 * a page by themselves: a page is no step, and only others' time tells how long it takes.
 */
export function stuckMs({ awaySince, place, since }: Card, pace: Pace | undefined, now: number): number {
  if (awaySince !== null || !place || (!pace && place.step === undefined)) return 0;
  const allowed = pace ? Math.max(pace.of < few ? unknown : least, 2 * pace.medianMs) : unknown;
  return Math.max(0, now - since - allowed);
}
