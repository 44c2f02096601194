import { isDue, lessonsToAsk } from './ask-again.ts';
import { keepAnswers, recollect, recollectAnswers } from './memory.ts';
import type { Visit } from './next-lesson.ts';

const enough = 3;

/** Puts up to three questions of lessons that were read before. They are taken from the lessons' own pages. */
export async function ask() {
  const memory = { answers: recollectAnswers(), progress: recollect<Visit>('trickle:lessons'), now: Date.now() };
  const questions: HTMLElement[] = [];
  for (const lesson of lessonsToAsk(memory)) {
    const due = (await questionsOf(lesson)).filter(({ dataset }) => isDue(dataset.question!, memory));
    // One of each lesson, and what was not known in any case.
    const missed = due.filter(({ dataset }) => memory.answers[dataset.question!]?.said === 'not-yet');
    questions.push(...(missed.length > 0 ? missed : due.slice(0, 1)));
    if (questions.length >= enough) break;
  }
  if (questions.length === 0) return;
  const asked = questions.slice(0, enough).map((question) => document.adoptNode(question));
  document.querySelector('[data-part="questions"]')!.replaceChildren(...asked);
  keepAnswers(asked);
  // What was said last time is not to be seen before one has thought.
  for (const question of asked) for (const input of question.querySelectorAll('input')) input.checked = false;
  document.querySelector<HTMLElement>('[data-part="last-time"]')!.hidden = false;
}

async function questionsOf(lesson: string) {
  const response = await fetch(`/lessons/${lesson}/`).catch(() => undefined);
  // A lesson that is no more, or a server that is away: then nothing is asked about it.
  if (!response?.ok) return [];
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...page.querySelectorAll<HTMLElement>('.recall [data-question]')];
}
