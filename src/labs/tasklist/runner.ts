import type { Trace } from '../../trace/trace.ts';
import type { Call } from './call.ts';
import type { StepBody } from './progress.ts';
import type { Side, Step } from './step.ts';

type Means = {
  order: readonly Step[];
  /** Those whose steps are taken here. */
  calls: Partial<Record<Side, Call>>;
  trace: Pick<Trace, 'append'>;
  signal: AbortSignal;
  /** What a call needs before its first step. */
  ready(): Promise<unknown>;
};

export type Runner = ReturnType<typeof createRunner>;

/** Takes steps for real, one at a time, and notes how each began and ended. */
export function createRunner({ order, calls, trace, signal, ready }: Means) {
  let running: Promise<boolean> | undefined;

  function note(
    { key, side, name, act }: Step,
    is: StepBody['is'],
    of?: string,
    more?: Pick<StepBody, 'said' | 'unmet'>,
  ) {
    const body: StepBody = { step: key, act, is, ...more };
    const title = /^\d/.test(key) ? `${Number.parseInt(key, 10)} · ${name}` : name;
    return trace.append({ who: side, what: 'step', name: title, body, ...(of && { of }) }).id;
  }

  /** Whether it went as it should. */
  async function run(step: Step): Promise<boolean> {
    const call = calls[step.side]!;
    const of = note(step, 'running', undefined, step.before.holds(call) ? {} : { unmet: step.before.says });
    try {
      await ready();
      await step.run!(call);
      if (signal.aborted) return false;
      const isRight = step.after.holds(call);
      // What only begins something is shown to be done by what comes of it.
      if (!step.isShownBy) note(step, isRight ? 'done' : 'odd', of);
      await begin(step.key);
      return isRight;
    } catch (error) {
      if (!signal.aborted) note(step, 'failed', of, { said: sayError(error) });
      return false;
    }
  }

  /** What follows by itself. */
  async function begin(after: string) {
    for (const step of order) if (step.byItself?.after === after && step.run && calls[step.side]) await run(step);
  }

  /** One at a time: what is asked for meanwhile is not done twice. */
  function take(step: Step): Promise<boolean> {
    running ??= run(step).finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    take,
    get idle(): Promise<unknown> {
      return running ?? Promise.resolve();
    },
    get isBusy() {
      return running !== undefined;
    },
    /** Until one goes wrong, or nobody wants more. */
    async takeAll(steps: readonly Step[], wanted: () => boolean = () => true): Promise<boolean> {
      for (const step of steps) {
        if (signal.aborted || !wanted()) return false;
        if (!(await take(step))) return false;
      }
      return true;
    },
  };
}

const sayError = (error: unknown) =>
  error instanceof Error || error instanceof DOMException ? `${error.name}: ${error.message}` : String(error);
