import * as helping from './workshop/helping.ts';
import * as leading from './workshop/leading.ts';
import * as pairs from './workshop/pairs.ts';
import * as people from './workshop/people.ts';
import { may } from './workshop/powers.ts';
import { done, type Refusal, refuse } from './workshop/refusal.ts';
import * as spotlight from './workshop/spotlight.ts';
import { type Input, type InputOf, type Learner, type Step, type Workshop, withLearner } from './workshop/state.ts';
import * as votes from './workshop/votes.ts';
import * as wheel from './workshop/wheel.ts';
import * as whereabouts from './workshop/whereabouts.ts';

/** What a rule makes of a workshop, or why it says no. */
export type Ruling = Workshop | Refusal;

// #region roster
/** One workshop and one input: what becomes of the workshop, and what the sender is answered. */
export function roster(workshop: Workshop, input: Input): Step {
  const ruling = decide(workshop, input);
  const isRefused = 'reason' in ruling;
  const state = isRefused ? note(workshop, input) : ruling;
  const me = isRefused ? undefined : state.learners.get(input.by.id);
  const value = me && { seat: me.seat, name: me.name };
  return { state, tell: [{ to: input.by.id, reply: isRefused ? refuse(ruling) : done(value) }] };
}
// #endregion roster

function decide(workshop: Workshop, input: Input): Ruling {
  switch (input.what) {
    case 'opened':
      return people.open(workshop, input);
    case 'rekeyed':
      return { ...workshop, locks: input.locks };
    case 'joined':
      return people.join(workshop, input);
    case 'consoleOpened':
      return wheel.openConsole(workshop, input);
    case 'consoleLost':
      return wheel.loseConsole(workshop, input);
    case 'restarted':
      return people.loseEverybody(workshop, input);
    case 'commanded':
      return command(workshop, input);
    default:
      return learn(workshop, input);
  }
}

type OfLearner = InputOf<'cameBack' | 'worded' | 'movedIn' | 'connectionLost' | 'did'>;

function learn(workshop: Workshop, input: OfLearner): Ruling {
  const me = workshop.learners.get(input.by.id);
  if (!me) return { reason: workshop.removed.has(input.by.id) ? 'removed' : 'not-here' };
  switch (input.what) {
    case 'cameBack':
      return people.comeBack(workshop, input, me);
    case 'connectionLost':
      return people.lose(workshop, input, me);
    case 'worded':
      return people.word(workshop, input, me);
    case 'movedIn':
      return people.moveIn(workshop, input, me);
    case 'did':
      return does(workshop, input, me);
  }
}

// #region once
/** Whoever doubts that something arrived sends it again: a number of a queue is applied once. */
const isRepeated = ({ sources }: Learner, { source, nr }: InputOf<'did'>) => nr <= (sources.get(source) ?? 0);

function does(workshop: Workshop, input: InputOf<'did'>, me: Learner): Ruling {
  if (isRepeated(me, input)) return workshop;
  if (workshop.endedAt !== undefined) return { reason: 'ended' };
  const noted = people.withNoted(me, input);
  const ruling = happen(workshop, input, noted);
  return 'reason' in ruling || ruling.learners !== workshop.learners ? ruling : withLearner(ruling, noted);
}

/** What was refused has been dealt with as well, and its double is not another try. */
function note(workshop: Workshop, input: Input): Workshop {
  const me = input.what === 'did' ? workshop.learners.get(input.by.id) : undefined;
  return me && workshop.endedAt === undefined ? people.noted(workshop, me, input as InputOf<'did'>) : workshop;
}
// #endregion once

function happen(workshop: Workshop, { event, at }: InputOf<'did'>, me: Learner): Ruling {
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
    case 'left':
      return people.leave(workshop, me, at);
  }
}

// #region command
/** Who may, by the one table; the wheel is looked at once the order is fixed, so that never two have it. */
export function refusalOf(workshop: Workshop, { by, command: { what } }: InputOf<'commanded'>): Refusal | undefined {
  if (by.role !== 'server' && may(by.role, what)) return undefined;
  if (by.role !== 'instructor' || !may('driver', what)) return { reason: 'not-allowed', what };
  if (workshop.driver === by.id) return undefined;
  return { reason: 'not-driving', driver: wheel.driverOf(workshop)?.name };
}

function command(workshop: Workshop, input: InputOf<'commanded'>): Ruling {
  const refusal = refusalOf(workshop, input);
  if (refusal) return refusal;
  if (workshop.applied.includes(input.mail)) return workshop;
  if (workshop.endedAt !== undefined) return { reason: 'ended' };
  return obey(leading.applied(workshop, input.mail), input);
}

function obey(workshop: Workshop, { command, by, at, fresh }: InputOf<'commanded'>): Ruling {
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
      return pairs.pairUp(workshop, command, fresh);
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
      return spotlight.ask(workshop, command.seat, fresh);
    case 'endSpotlight':
      return { ...workshop, spotlight: undefined };
    case 'claimHand':
      return helping.claim(workshop, command.seat, by.id);
    case 'releaseHand':
      return helping.release(workshop, command.seat, by.id);
    case 'lowerHand':
      return helping.lowerFor(workshop, command.seat);
    case 'remove':
      return people.remove(workshop, command.seat, at);
  }
}
// #endregion command
