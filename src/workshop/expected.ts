import type { LearnerSight } from '../../protocol/workshop/changes.ts';
import type { OwnView } from '../../protocol/workshop/views.ts';
import type { Event } from '../../protocol/workshop.ts';

/** What a learner will see of themselves once the server has heard these; what it says then takes its place. */
export function expected(sight: LearnerSight, events: readonly Event[], now: number): LearnerSight {
  if (events.length === 0) return sight;
  return { ...sight, own: events.reduce((own, event) => after(own, event, sight, now), sight.own) };
}

function after(own: OwnView, event: Event, { view }: LearnerSight, now: number): OwnView {
  switch (event.what) {
    case 'raisedHand':
      return { ...own, hand: own.hand ?? { at: now, comes: null } };
    case 'loweredHand':
      return { ...own, hand: null };
    case 'felt':
      return { ...own, mood: event.mood };
    case 'followed':
      return { ...own, follows: event.follows };
    case 'agreedToName':
      return { ...own, isNamed: event.agrees };
    case 'voted':
      // Whether it came in time only the server knows, once the vote is closed.
      return view.vote?.id === event.vote && view.vote.isOpen ? { ...own, choice: event.choice } : own;
    default:
      return own;
  }
}
