import type { Rig } from './rig.ts';

/** Asks a learner whether the class may see their lab. */
export function ToSpotlight({ rig, seat }: { rig: Rig; seat: string }) {
  if (!rig.may('spotlight')) return null;
  const { spotlight } = rig.view.value!;
  const isLit = spotlight?.seat === seat && spotlight.consent !== 'refused';
  return (
    <button type="button" class="small" disabled={isLit} onClick={() => rig.commands({ what: 'spotlight', seat })}>
      {isLit ? (spotlight.consent === 'asked' ? 'Asked' : 'In the spotlight') : 'Show to the class'}
    </button>
  );
}
