import { limits } from '../../protocol/workshop/limits.ts';
import type { Learner, Workshop } from '../../protocol/workshop/state.ts';

// What is taken out of a workshop: by the instructor, and by each learner.

const iso = (at: number) => new Date(at).toISOString();

const answersOf = ({ answers }: Learner) =>
  [...answers].map(([question, { choice, at }]) => ({ question, choice, at: iso(at) }));
const journeyOf = ({ journey }: Learner) => journey.map((stay) => ({ ...stay, at: iso(stay.at) }));

/** What a learner takes home; their page adds its own traces. */
export const takeHome = (workshop: Workshop, me: Learner, now: number) => ({
  what: 'workshop',
  title: workshop.title,
  agenda: workshop.agenda,
  openedAt: iso(workshop.openedAt),
  takenAt: iso(now),
  name: me.name,
  joinedAt: iso(me.joinedAt),
  journey: journeyOf(me),
  answers: answersOf(me),
});

export type Report = ReturnType<typeof report>;
export const report = (workshop: Workshop, now: number) => ({
  title: workshop.title,
  agenda: workshop.agenda,
  openedAt: iso(workshop.openedAt),
  ...(workshop.endedAt !== undefined && { endedAt: iso(workshop.endedAt) }),
  reportedAt: iso(now),
  learners: [...workshop.learners.values()].map((learner) => ({
    name: learner.name,
    joinedAt: iso(learner.joinedAt),
    isHere: learner.awaySince === undefined,
    place: learner.place,
    mood: learner.mood,
    journey: journeyOf(learner),
    answers: answersOf(learner),
  })),
});

/** One line for each learner, one column for each question. */
export function csv({ learners }: Report): string {
  const questions = questionsOf(learners);
  const head = ['name', 'joined', 'here', 'page', 'lab', 'step', 'mood', 'places seen', ...questions];
  const lines = learners.map(({ name, joinedAt, isHere, place, mood, journey, answers }) => {
    const chosen = new Map(answers.map(({ question, choice }) => [question, choice]));
    return [
      ...[name, joinedAt, isHere ? 'yes' : 'no', place?.page, place?.lab, place?.step, mood, journey.length],
      ...questions.map((question) => chosen.get(question)),
    ];
  });
  // The mark at the beginning tells spreadsheets that this is Unicode.
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** In the order in which they were answered first. Of more than a table can have, those that most have answered. */
function questionsOf(learners: Report['learners']): string[] {
  const counts = new Map<string, number>();
  for (const { answers } of learners)
    for (const { question } of answers) counts.set(question, (counts.get(question) ?? 0) + 1);
  if (counts.size <= limits.columns) return [...counts.keys()];
  const common = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, limits.columns);
  const shown = new Set(common.map(([question]) => question));
  return [...counts.keys()].filter((question) => shown.has(question));
}

/** A spreadsheet takes what begins like this for a formula, and would work it out. Nobody's name is one. */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠|%]/u;

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
