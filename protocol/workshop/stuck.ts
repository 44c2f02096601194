import type { Card } from './views.ts';

const least = 60_000;
const unknown = 180_000;

/** How much longer somebody has been at a step than twice the class's median there; nothing for who is away. */
export function stuckMs({ awaySince, place, since }: Card, medianMs: number | null, now: number): number {
  if (awaySince !== null || !place) return 0;
  const allowed = medianMs === null ? unknown : Math.max(least, 2 * medianMs);
  return Math.max(0, now - since - allowed);
}
