import { captionOf, otherOf, titleOf } from './faces.ts';
import { type Progress, type Status, statusOf } from './progress.ts';
import { holdsLines } from './server-holds.ts';
import { sentenceOf, situationOf } from './situation.ts';
import { isNumbered, type Side, type Step } from './step.ts';
import type { View } from './view.ts';

export const marks: Record<Status, string> = { ahead: ' ', running: '▸', done: '✓', odd: '?', failed: '✕' };
export const spoken: Record<Status, string> = {
  ahead: 'not yet',
  running: 'now',
  done: 'done',
  odd: 'done, but not as it should',
  failed: 'failed',
};

/** '6', '~7' for what comes by itself, '·' for what the list leaves out. */
export const numberOf = (step: Step) =>
  isNumbered(step) ? `${step.byItself ? '~' : ''}${Number.parseInt(step.key, 10)}` : '·';

/** Short enough for the end of a line. */
export const duration = (ms: number) => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`);

/** How long a step took; nothing for one that is not over. */
export function tookOf(progress: Progress, { key }: Step): string {
  const taken = progress[key];
  return taken?.ended === undefined ? '' : duration(taken.ended - taken.began);
}

/** A whole moment in words: how it stands, who is there and what the server holds, and then the list. */
export function momentText(order: readonly Step[], here: readonly Side[], view: View): string[] {
  const { health, holds, faces, progress } = view;
  const connection = (who: Side) => (health.connection[who] ? `; connection ${health.connection[who]}` : '');
  const isHere = (who: Side) => who === 'alice' || statusOf(progress, { key: '10' }) !== 'ahead';
  const person = (who: Side) =>
    `${titleOf[who]}: ${captionOf(faces, who, isHere(who), here.includes(otherOf[who]))}${connection(who)}`;
  const fields = holdsLines(holds).map(([field, value]) => `${field} ${value}`);
  return [
    sentenceOf(situationOf(order, here, view)),
    person('alice'),
    `The server: ${fields.join(', ') || 'knows of nobody yet'}`,
    person('bob'),
    ...listText(order, progress),
  ];
}

/** The list in words, a line for every step. */
export const listText = (order: readonly Step[], progress: Progress): string[] =>
  order.map((step) => {
    const status = statusOf(progress, step);
    const { said, unmet } = progress[step.key] ?? {};
    const line = `${marks[status]} ${numberOf(step).padStart(3)} ${step.name} (${step.who})`;
    return [
      line,
      status === 'done' && tookOf(progress, step),
      unmet && `! not true before it: ${unmet}`,
      said && `✕ ${said}`,
    ]
      .filter(Boolean)
      .join('  ');
  });
