import type { Card } from '../../protocol/workshop/views.ts';
import type { Rig } from './rig.ts';

/** A raised hand, and who goes there: one of us, by name, for as long as they are here. */
export function HandButtons({ rig, card: { seat, name, hand }, tabIndex }: { rig: Rig; card: Card; tabIndex: number }) {
  if (!hand) return null;
  const whose = hand.claimedBy?.console;
  const { consoles } = rig.view.value!;
  const isHere = consoles.some(({ console, awaySince }) => console === whose && awaySince === undefined);
  const to = <span class="only-spoken"> to {name}</span>;
  return (
    <>
      {whose === rig.me.value ? (
        <button
          type="button"
          class="small"
          tabIndex={tabIndex}
          onClick={() => rig.commands({ what: 'releaseHand', seat })}
        >
          I cannot come{to}
        </button>
      ) : (
        !isHere && (
          <button
            type="button"
            class="small"
            tabIndex={tabIndex}
            onClick={() => rig.commands({ what: 'claimHand', seat })}
          >
            I come{to}
          </button>
        )
      )}
      <button
        type="button"
        class="small"
        tabIndex={tabIndex}
        onClick={({ currentTarget }) => {
          // It goes with the hand: the focus stays on the card.
          currentTarget.closest('.learner')?.querySelector('button')?.focus();
          void rig.commands({ what: 'lowerHand', seat });
        }}
      >
        Hand down<span class="only-spoken"> of {name}</span>
      </button>
    </>
  );
}
