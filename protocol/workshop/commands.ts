import * as helping from './helping.ts';
import * as leading from './leading.ts';
import * as pairs from './pairs.ts';
import * as people from './people.ts';
import { may } from './powers.ts';
import type { Refusal } from './refusal.ts';
import * as spotlight from './spotlight.ts';
import type { InputOf, Ruling, Workshop } from './state.ts';
import * as votes from './votes.ts';
import * as wheel from './wheel.ts';

// What an instructor or a helper does: whether they may, and which rule it falls under.

// #region powers
/** Who may, by the one table; the wheel is looked at once the order is fixed, so that never two have it. */
export function refusalOf(workshop: Workshop, { by, command: { what } }: InputOf<'commanded'>): Refusal | undefined {
  if (by.role !== 'server' && may(by.role, what)) return undefined;
  if (by.role !== 'instructor' || !may('driver', what)) return { reason: 'not-allowed', what };
  if (workshop.driver === by.id) return undefined;
  return { reason: 'not-driving', driver: wheel.driverOf(workshop)?.name };
}
// #endregion powers

export function command(workshop: Workshop, input: InputOf<'commanded'>): Ruling {
  const refusal = refusalOf(workshop, input);
  if (refusal) return refusal;
  if (workshop.applied.includes(input.mail)) return workshop;
  if (workshop.endedAt !== undefined) return { reason: 'ended' };
  return obey(leading.applied(workshop, input.mail), input);
}

function obey(workshop: Workshop, { command, by, at, fresh, rooms }: InputOf<'commanded'>): Ruling {
  switch (command.what) {
    case 'drive':
      return wheel.drive(workshop, by.id, at);
    case 'askForWheel':
      return { ...workshop, askedForWheel: by.id };
    case 'handOver':
      return wheel.handOver(workshop, command.console);
    case 'plan':
      return { ...workshop, title: command.title, agenda: command.agenda };
    case 'lead':
      return leading.lead(workshop, command, by.id, at);
    case 'stopLeading':
      return { ...workshop, lead: undefined };
    case 'freeze':
      return { ...workshop, isFrozen: command.on };
    case 'setProfile':
      return { ...workshop, profile: command.profile ?? undefined };
    case 'lock':
      return { ...workshop, isLocked: command.on };
    case 'countDown':
      return { ...workshop, countdown: { endsAt: at + command.ms, title: command.title } };
    case 'stopCountdown':
      return { ...workshop, countdown: undefined };
    case 'message':
      return leading.message(workshop, command, by.id, at);
    case 'end':
      return leading.end(workshop, at);
    case 'pair':
      return pairs.pairUp(workshop, command, { fresh, rooms });
    case 'unpair':
      return pairs.unpair(workshop, command.pairs);
    case 'askVote':
      return votes.ask(workshop, command);
    case 'closeVote':
      return votes.change(workshop, { isOpen: false });
    case 'reveal':
      return votes.change(workshop, { isOpen: false, isRevealed: true });
    case 'endVote':
      return { ...workshop, vote: undefined };
    case 'spotlight':
      return spotlight.ask(workshop, command.seat, fresh, by.id);
    case 'endSpotlight':
      return { ...workshop, spotlight: undefined };
    case 'claimHand':
      return helping.claim(workshop, command.seat, by.id);
    case 'releaseHand':
      return helping.release(workshop, command.seat, by.id);
    case 'lowerHand':
      return helping.lowerFor(workshop, command.seat);
    case 'remove':
      return people.remove(workshop, command.seat, at, fresh);
  }
}
