import type { OwnView } from '../../protocol/workshop/views.ts';
import type { Event } from '../../protocol/workshop.ts';

/** What a learner will see of themselves once the server has heard this; what it says then takes its place. */
export function expected(own: OwnView, event: Event, now: number): OwnView {
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
      return { ...own, choice: event.choice };
    default:
      return own;
  }
}
