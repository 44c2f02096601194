import type { Entry } from '../../../protocol/entry.ts';
import type { Fold } from '../../views/moments.ts';
import type { Side, Step } from './step.ts';
import { leaverOf, witnessedOf } from './witnessed.ts';

/** `odd`: it ran, and what must be true after it is not. */
export type Status = 'ahead' | 'running' | 'done' | 'odd' | 'failed';

/** `unmet`: what should have been true before it, and was not. `witnessed`: it must have been taken, nobody says when. */
export type Taken = { status: Status; began: number; ended?: number; said?: string; unmet?: string; witnessed?: true };

/** How far everybody is, as a trace tells it. */
export type Progress = Readonly<Record<string, Taken>>;

/** What the entry of a step tells. Its end names its beginning in `of`. */
export type StepBody = { step: string; act?: string; is: Exclude<Status, 'ahead'>; said?: string; unmet?: string };

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
      const proved = witnessedOf(entry, elsewhere).filter((key) => statusOf(progress, { key }) !== 'done');
      if (seen.length + proved.length === 0) return progress;
      const happened = ({ key }: Step): [string, Taken] => [
        key,
        { status: 'done', began: progress[key]?.began ?? entry.at, ended: entry.at },
      ];
      const witnessed = (key: string): [string, Taken] => [key, { status: 'done', began: entry.at, witnessed: true }];
      return { ...progress, ...Object.fromEntries([...proved.map(witnessed), ...seen.map(happened)]) };
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
  const known = progress[step];
  // It was known to be done before its own page could say so.
  if (is === 'running' && known?.witnessed) return { ...progress, [step]: { ...known, began: at } };
  // It had happened already when somebody began to pass it on.
  if (is === 'running' && known?.status === 'done') return progress;
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
