import type { Entry } from '../../../protocol/entry.ts';
import type { Fold } from '../../views/moments.ts';
import type { Side, Step } from './step.ts';
import { leaverOf, witnessedOf } from './witnessed.ts';

/** `odd`: it ran, and what must be true after it is not. */
export type Status = 'ahead' | 'running' | 'done' | 'odd' | 'failed';

/** `unmet`: what should have been true before it, and was not. */
export type Taken = { status: Status; began: number; ended?: number; said?: string; unmet?: string };

/** How far everybody is, as a trace tells it. */
export type Progress = Readonly<Record<string, Taken>>;

/** What the entry of a step tells. Its end names its beginning in `of`. */
export type StepBody = { step: string; is: Exclude<Status, 'ahead'>; said?: string; unmet?: string };

export const statusOf = (progress: Progress, { key }: Pick<Step, 'key'>): Status => progress[key]?.status ?? 'ahead';

/** `here` are those whose steps are taken in this page; of others only the server can tell. */
export function progressFold(order: readonly Step[], here: readonly Side[]): Fold<Progress> {
  const shown = order.filter((step) => step.isShownBy);
  const elsewhere = order.filter(({ side }) => !here.includes(side));

  return {
    start: {},
    advance(progress, entry) {
      if (entry.what === 'step' && isStepBody(entry.body)) return told(progress, entry, entry.body);
      const gone = leaverOf(entry, here);
      if (gone)
        return without(
          progress,
          elsewhere.filter(({ side }) => side === gone),
        );
      const seen = shown.filter((step) => statusOf(progress, step) !== 'done' && step.isShownBy!(entry));
      const keys = [...seen.map(({ key }) => key), ...witnessedOf(entry, elsewhere)];
      const fresh = keys.filter((key) => statusOf(progress, { key }) !== 'done');
      if (fresh.length === 0) return progress;
      const done = (key: string): [string, Taken] => [
        key,
        { status: 'done', began: progress[key]?.began ?? entry.at, ended: entry.at },
      ];
      return { ...progress, ...Object.fromEntries(fresh.map(done)) };
    },
  };
}

/** Their connection is closed, so that none of their steps is true any more. */
function without(progress: Progress, undone: readonly Step[]): Progress {
  const keys = new Set(undone.map(({ key }) => key));
  return Object.fromEntries(Object.entries(progress).filter(([key]) => !keys.has(key)));
}

function told(
  progress: Progress,
  { at }: Entry,
  { step, is, said, unmet = progress[step]?.unmet }: StepBody,
): Progress {
  // It had happened already when somebody began to pass it on.
  if (is === 'running' && statusOf(progress, { key: step }) === 'done') return progress;
  const began = is === 'running' ? at : (progress[step]?.began ?? at);
  const taken: Taken = { status: is, began, ...(is !== 'running' && { ended: at }) };
  return { ...progress, [step]: { ...taken, ...(said && { said }), ...(unmet && { unmet }) } };
}

const isStepBody = (body: unknown): body is StepBody => typeof (body as StepBody | undefined)?.step === 'string';

/** The next step that somebody has to take. */
export const nextOf = (order: readonly Step[], progress: Progress): Step | undefined =>
  order.find((step) => !step.byItself && statusOf(progress, step) === 'ahead');

/** Where it went wrong, if it did. */
export const brokenAt = (order: readonly Step[], progress: Progress): Step | undefined =>
  order.find((step) => ['failed', 'odd'].includes(statusOf(progress, step)));
