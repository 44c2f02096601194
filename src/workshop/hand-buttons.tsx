import type { Card } from '../../protocol/workshop/views.ts';
import type { Rig } from './rig.ts';

/** A raised hand, and who goes there: one of us, by name, for as long as they are here. */
export function HandButtons({ rig, card: { seat, name, hand } }: { rig: Rig; card: Card }) {
  if (!hand) return null;
  const whose = hand.claimedBy?.console;
  const { consoles } = rig.view.value!;
  const isHere = consoles.some(({ console, awaySince }) => console === whose && awaySince === undefined);
  const to = <span class="only-spoken"> to {name}</span>;
  return (
    <>
      {whose === rig.me.value ? (
        <button type="button" class="small" onClick={() => rig.commands({ what: 'releaseHand', seat })}>
          I cannot come{to}
        </button>
      ) : (
        !isHere && (
          <button type="button" class="small" onClick={() => rig.commands({ what: 'claimHand', seat })}>
            I come{to}
          </button>
        )
      )}
      <button type="button" class="small" onClick={() => rig.commands({ what: 'lowerHand', seat })}>
        Hand down<span class="only-spoken"> of {name}</span>
      </button>
    </>
  );
}
