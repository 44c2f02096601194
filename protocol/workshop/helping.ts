import { type Hand, type Learner, type Ruling, type Workshop, withLearner } from './state.ts';

// Hands, and who comes.

const withHand = (workshop: Workshop, me: Learner, hand: Hand | undefined) => withLearner(workshop, { ...me, hand });

/** A hand that is up stays up since then. */
export const raise = (workshop: Workshop, me: Learner, at: number) => withHand(workshop, me, me.hand ?? { at });
export const lower = (workshop: Workshop, me: Learner) => withHand(workshop, me, undefined);

export function lowerFor(workshop: Workshop, seat: string): Ruling {
  const learner = workshop.learners.get(seat);
  return learner ? lower(workshop, learner) : { reason: 'no-such-learner' };
}

export function claim(workshop: Workshop, seat: string, console: string): Ruling {
  const learner = workshop.learners.get(seat);
  if (!learner) return { reason: 'no-such-learner' };
  const { hand } = learner;
  if (!hand) return { reason: 'no-hand' };
  if (hand.claimedBy && hand.claimedBy.console !== console && isHere(workshop, hand.claimedBy.console))
    return { reason: 'claimed', by: hand.claimedBy.name };
  const { name = '' } = workshop.consoles.get(console) ?? {};
  return withHand(workshop, learner, { ...hand, claimedBy: { console, name } });
}

/** Of somebody whose console is gone a hand may be taken over. */
const isHere = ({ consoles }: Workshop, console: string) =>
  consoles.has(console) && consoles.get(console)!.awaySince === undefined;

export function release(workshop: Workshop, seat: string, console: string): Ruling {
  const learner = workshop.learners.get(seat);
  if (!learner) return { reason: 'no-such-learner' };
  if (learner.hand?.claimedBy?.console !== console) return workshop;
  return withHand(workshop, learner, { at: learner.hand.at });
}
