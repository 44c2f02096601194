import type { Ruling } from '../roster.ts';
import type { EventOf, Learner, Workshop } from './state.ts';

// One learner's live trace for all to see, if they agree.

export const ask = (workshop: Workshop, seat: string, id: string): Ruling =>
  workshop.learners.has(seat)
    ? { ...workshop, spotlight: { id, seat, consent: 'asked' } }
    : { reason: 'no-such-learner' };

/** Who agreed may take it back at any time. */
export function agree(workshop: Workshop, { seat }: Learner, event: EventOf<'agreedToSpotlight'>): Ruling {
  const { spotlight } = workshop;
  if (spotlight?.id !== event.spotlight || spotlight.seat !== seat) return { reason: 'no-spotlight' };
  return { ...workshop, spotlight: { ...spotlight, consent: event.agrees ? 'given' : 'refused' } };
}
