import { limits } from './limits.ts';
import type { CommandOf, Ruling, Workshop } from './state.ts';

// What an instructor says to the class.

export const applied = (workshop: Workshop, mail: string): Workshop => ({
  ...workshop,
  applied: [...workshop.applied, mail].slice(-limits.repeats),
});

const nameOf = ({ consoles }: Workshop, console: string) => consoles.get(console)?.name ?? '';

/** Everybody who follows goes there; the number tells a page whether it has been there already. */
export function lead(workshop: Workshop, { page, heading, step }: CommandOf<'lead'>, console: string, at: number) {
  const nr = workshop.count + 1;
  return { ...workshop, count: nr, lead: { nr, page, heading, step, by: nameOf(workshop, console), at } };
}

export function message(workshop: Workshop, said: CommandOf<'message'>, console: string, at: number): Ruling {
  const { to, text } = said;
  if (to !== undefined && !workshop.learners.has(to)) return { reason: 'no-such-learner' };
  const nr = workshop.count + 1;
  const messages = [...workshop.messages, { nr, to, from: nameOf(workshop, console), text, at }];
  return { ...workshop, count: nr, messages: messages.slice(-limits.messages) };
}

/** What is over asks nothing of anybody any more; what was done stays, to be taken home. */
export const end = (workshop: Workshop, at: number): Workshop => ({
  ...workshop,
  endedAt: at,
  isFrozen: false,
  lead: undefined,
  countdown: undefined,
  profile: undefined,
  spotlight: undefined,
  pairs: [],
  vote: workshop.vote && { ...workshop.vote, isOpen: false },
});
