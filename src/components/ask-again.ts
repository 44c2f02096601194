import type { Answer } from './memory.ts';
import type { Progress } from './next-lesson.ts';

/** What was read within the last hour need not be recalled: it is still there. */
const pauseMs = 3_600_000;

type Memory = { answers: Readonly<Record<string, Answer>>; progress: Progress; now: number };

/** Whether a question may be put again, or at last: one is asked until it is known, and then once more another day. */
export const isDue = (question: string, { answers, now }: Memory) => now - (answers[question]?.at ?? 0) > pauseMs;

/** The lessons to ask about: where something was not known comes first, then what was opened longest ago. */
export function lessonsToAsk(memory: Memory): string[] {
  const { answers, progress, now } = memory;
  const missed = (lesson: string) =>
    Object.entries(answers).some(
      ([question, { said }]) =>
        question.startsWith(`/lessons/${lesson}/#recall-`) && said === 'not-yet' && isDue(question, memory),
    );
  return Object.entries(progress)
    .filter(([, { opened }]) => now - opened > pauseMs)
    .sort(([a, first], [b, second]) => Number(missed(b)) - Number(missed(a)) || first.opened - second.opened)
    .map(([lesson]) => lesson);
}
