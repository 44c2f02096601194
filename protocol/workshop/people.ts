import { freeName } from '../names.ts';
import { limits } from './limits.ts';
import { closePairsOf } from './pairs.ts';
import { Shelves } from './shelves.ts';
import {
  type InputOf,
  type Learner,
  noWorkshop,
  type Ruling,
  type Workshop,
  withLast,
  withLearner,
  without,
} from './state.ts';
import { goOn } from './whereabouts.ts';

// Who is in the workshop: joining, coming back, being away, leaving.

export const open = (workshop: Workshop, { at, code, title, agenda, locks }: InputOf<'opened'>): Workshop =>
  workshop.code === '' ? { ...noWorkshop, code, title, agenda, locks, openedAt: at } : workshop;

// #region join
export function join(workshop: Workshop, { at, by, name }: InputOf<'joined'>): Ruling {
  if (workshop.removed.has(by.id)) return { reason: 'removed' };
  const known = workshop.learners.get(by.id);
  // They have asked before, and the answer was lost on its way.
  if (known) return withLearner(workshop, here(known, at));
  if (workshop.isLocked || workshop.endedAt !== undefined || workshop.code === '')
    return { reason: 'no-such-workshop' };
  if (workshop.learners.size >= limits.learners) return { reason: 'workshop-full' };
  const taken = [...workshop.learners.values()].map((learner) => learner.name);
  return withLearner(workshop, newLearner(by.id, freeName(name, taken), at));
}

const newLearner = (seat: string, name: string, at: number): Learner => ({
  seat,
  name,
  joinedAt: at,
  epoch: 0,
  since: at,
  standing: {},
  follows: true,
  isNamed: false,
  answers: new Map(),
  journey: [],
  sources: new Map(),
});

/** Whoever was away has not been stuck meanwhile. */
function here({ awaySince, ...me }: Learner, at: number): Learner {
  return awaySince === undefined ? me : { ...me, since: me.since + Math.max(0, at - awaySince) };
}
// #endregion join

export const comeBack = (workshop: Workshop, { at, epoch }: InputOf<'cameBack'>, me: Learner): Ruling =>
  epoch < me.epoch ? { reason: 'not-here' } : withLearner(workshop, { ...here(me, at), epoch });

export const lose = (workshop: Workshop, { at }: InputOf<'connectionLost'>, me: Learner) =>
  withLearner(workshop, { ...me, awaySince: me.awaySince ?? at });

export function loseEverybody(workshop: Workshop, { at }: InputOf<'restarted'>): Workshop {
  const away = <One extends { awaySince?: number }>(one: One): One => ({ ...one, awaySince: one.awaySince ?? at });
  const learners = Shelves.of([...workshop.learners].map(([seat, learner]) => [seat, away(learner)]));
  const consoles = new Map([...workshop.consoles].map(([id, console]) => [id, away(console)]));
  return { ...workshop, learners, consoles };
}

// #region leave
/** Leaving removes what was known of them. `fresh` is for the room of those whom they leave behind: they know the one before. */
export function leave(workshop: Workshop, me: Learner, at: number, fresh?: string): Workshop {
  const { vote, spotlight } = workshop;
  return {
    ...closePairsOf(workshop, [me.seat], fresh === undefined ? [] : [fresh]),
    learners: workshop.learners.without(me.seat),
    heat: goOn(workshop, me, at),
    messages: workshop.messages.filter(({ to }) => to !== me.seat),
    vote: vote && { ...vote, choices: without(vote.choices, me.seat) },
    spotlight: spotlight?.seat === me.seat ? undefined : spotlight,
  };
}

export function remove(workshop: Workshop, seat: string, at: number, fresh: string): Ruling {
  const learner = workshop.learners.get(seat);
  if (!learner) return { reason: 'no-such-learner' };
  return { ...leave(workshop, learner, at, fresh), removed: new Set(workshop.removed).add(seat) };
}
// #endregion leave

// #region word
export const word = (workshop: Workshop, { lock, until }: InputOf<'worded'>, me: Learner) =>
  withLearner(workshop, { ...me, word: { lock, until } });

/** Good once. The device that they had keeps the seat too, like a second tab. */
export function moveIn(workshop: Workshop, { at, lock }: InputOf<'movedIn'>, { word, ...me }: Learner): Ruling {
  if (!word || word.lock !== lock || at > word.until) return { reason: 'wrong-word' };
  return withLearner(workshop, here(me, at));
}
// #endregion word

export const feel = (workshop: Workshop, me: Learner, mood: Learner['mood']) => withLearner(workshop, { ...me, mood });
export const follow = (workshop: Workshop, me: Learner, follows: boolean) => withLearner(workshop, { ...me, follows });
export const agreeToName = (workshop: Workshop, me: Learner, isNamed: boolean) =>
  withLearner(workshop, { ...me, isNamed });

/** This number of that queue has been dealt with. */
export const withNoted = (me: Learner, { source, nr }: InputOf<'did'>): Learner => ({
  ...me,
  sources: withLast(me.sources, source, Math.max(nr, me.sources.get(source) ?? 0), limits.sources),
});
export const noted = (workshop: Workshop, me: Learner, input: InputOf<'did'>) =>
  withLearner(workshop, withNoted(me, input));
