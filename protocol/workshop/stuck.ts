import type { Card } from './views.ts';

const least = 60_000;
const unknown = 180_000;

/**
 * How much longer somebody has been at a step than twice the class's median there; nothing for who is away, nor for who reads
 * a page by themselves: a page is no step, and only others' time tells how long it takes.
 */
export function stuckMs({ awaySince, place, since }: Card, medianMs: number | null, now: number): number {
  if (awaySince !== null || !place || (medianMs === null && place.step === undefined)) return 0;
  const allowed = medianMs === null ? unknown : Math.max(least, 2 * medianMs);
  return Math.max(0, now - since - allowed);
}
