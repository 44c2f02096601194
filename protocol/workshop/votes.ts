import { limits } from './limits.ts';
import {
  type CommandOf,
  type EventOf,
  type Learner,
  type Ruling,
  type Vote,
  type Workshop,
  withLast,
  withLearner,
} from './state.ts';

// Predict and Recall as votes, and answers that learners give by themselves.

/** Asking the same again changes nothing; another question takes its place. */
export function ask(workshop: Workshop, { vote: id, question, options, right }: CommandOf<'askVote'>): Ruling {
  if (workshop.vote?.id === id) return workshop;
  if (right !== undefined && right >= options.length) return { reason: 'no-such-option' };
  return { ...workshop, vote: { id, question, options, right, choices: new Map(), isOpen: true, isRevealed: false } };
}

/** Until it is closed, a choice can be changed. */
export function choose(workshop: Workshop, { seat }: Learner, { vote: id, choice }: EventOf<'voted'>): Ruling {
  const { vote } = workshop;
  if (vote?.id !== id) return { reason: 'no-vote' };
  if (!vote.isOpen) return { reason: 'vote-over' };
  if (choice >= vote.options.length) return { reason: 'no-such-option' };
  return { ...workshop, vote: { ...vote, choices: new Map(vote.choices).set(seat, choice) } };
}

export const change = (workshop: Workshop, change: Pick<Vote, 'isOpen'> & Partial<Vote>): Ruling =>
  workshop.vote ? { ...workshop, vote: { ...workshop.vote, ...change } } : { reason: 'no-vote' };

export function tally({ options, choices }: Vote): number[] {
  const counts = options.map(() => 0);
  for (const choice of choices.values()) counts[choice]! += 1;
  return counts;
}

export const answer = (workshop: Workshop, me: Learner, { question, choice }: EventOf<'answered'>, at: number) =>
  withLearner(workshop, { ...me, answers: withLast(me.answers, question, { choice, at }, limits.answers) });
