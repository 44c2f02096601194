import type { End } from './end.ts';

/**
 * Two who were paired have both pressed Start to meet: Alice calls whoever comes, and Bob answers. Once each, so that whoever
 * hangs up is left alone.
 */
export function byThemselves(who: 'alice' | 'bob') {
  const met = new Set<string>();
  return function look(end: End) {
    const other = who === 'bob' ? end.ringing?.from : end.phase === 'free' ? unmet(end) : undefined;
    if (!other || met.has(other.seat)) return;
    met.add(other.seat);
    void (who === 'bob' ? end.pickUp() : end.ring(other));
  };

  function unmet({ others }: End) {
    return others.find(({ seat }) => !met.has(seat));
  }
}
