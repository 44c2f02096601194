import * as helping from './helping.ts';
import * as people from './people.ts';
import * as spotlight from './spotlight.ts';
import type { InputOf, Learner, Ruling, Workshop } from './state.ts';
import * as votes from './votes.ts';
import * as whereabouts from './whereabouts.ts';

/** What happens to a learner, and which rule it falls under. */
export function happen(workshop: Workshop, { event, at, fresh }: InputOf<'did'>, me: Learner): Ruling {
  switch (event.what) {
    case 'moved':
      return whereabouts.move(workshop, me, event.place, at);
    case 'stood':
      return whereabouts.stand(workshop, me, event.standing);
    case 'raisedHand':
      return helping.raise(workshop, me, at);
    case 'loweredHand':
      return helping.lower(workshop, me);
    case 'felt':
      return people.feel(workshop, me, event.mood);
    case 'followed':
      return people.follow(workshop, me, event.follows);
    case 'answered':
      return votes.answer(workshop, me, event, at);
    case 'voted':
      return votes.choose(workshop, me, event);
    case 'agreedToName':
      return people.agreeToName(workshop, me, event.agrees);
    case 'agreedToSpotlight':
      return spotlight.agree(workshop, me, event);
    case 'stoppedSpotlit':
      return spotlight.stop(workshop, me, event);
    case 'left':
      return people.leave(workshop, me, at, fresh);
  }
}
