import type { EventOf, Learner, Ruling, Spotlight, Workshop } from './state.ts';

// One learner's live trace for all to see, if they agree.

export const ask = (workshop: Workshop, seat: string, id: string, console: string): Ruling =>
  workshop.learners.has(seat)
    ? { ...workshop, spotlight: { id, seat, by: workshop.consoles.get(console)?.name ?? '', consent: 'asked' } }
    : { reason: 'no-such-learner' };

/** Who agreed may take it back at any time, also when their lab has stopped; who took it back has to be asked again. */
export function agree(workshop: Workshop, me: Learner, event: EventOf<'agreedToSpotlight'>): Ruling {
  const spotlight = mine(workshop, me, event.spotlight);
  if (!spotlight || (event.agrees && spotlight.consent !== 'asked')) return { reason: 'no-spotlight' };
  return { ...workshop, spotlight: { ...spotlight, consent: event.agrees ? 'given' : 'refused' } };
}

/** Which page it was on is kept: whoever it was may be elsewhere by now. */
export function stop(workshop: Workshop, me: Learner, event: EventOf<'stoppedSpotlit'>): Ruling {
  const spotlight = mine(workshop, me, event.spotlight);
  if (spotlight?.consent !== 'given') return { reason: 'no-spotlight' };
  return { ...workshop, spotlight: { ...spotlight, consent: 'stopped', page: me.place?.page } };
}

const mine = ({ spotlight }: Workshop, { seat }: Learner, id: string): Spotlight | undefined =>
  spotlight?.id === id && spotlight.seat === seat ? spotlight : undefined;

/** Whether what was recorded may be seen. */
export const isShown = (spotlight: Spotlight | undefined): spotlight is Spotlight =>
  spotlight?.consent === 'given' || spotlight?.consent === 'stopped';
