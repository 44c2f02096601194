import type { Desk } from './desk.ts';
import { linesOf } from './lines-of.ts';
import { statusOf } from './progress.ts';
import type { Step } from './step.ts';

/** A step from close by: its lines, what must be true before and after it, and why it comes now. */
export function StepCard({ desk, step }: { desk: Desk; step: Step }) {
  const { attempt, shown, here } = desk;
  const unmet = shown.value.progress[step.key]?.unmet;
  const isAhead = statusOf(shown.value.progress, step) === 'ahead';
  const isMine = attempt.value.calls[step.side] !== undefined;
  return (
    <div class="card">
      <p>{step.tells}</p>
      {step.region && <Lines desk={desk} region={step.region} />}
      <dl>
        <dt>Before</dt>
        <dd>
          {step.before.says}
          {unmet && <b> This was not true when the step was taken.</b>}
        </dd>
        <dt>After</dt>
        <dd>{step.after.says}</dd>
        <dt>Why now</dt>
        <dd>{step.why}</dd>
      </dl>
      {isMine && !step.byItself && (here.value.length === 2 || isAhead) && (
        <button type="button" class="small" onClick={() => desk.runTo(step)}>
          {isAhead ? 'Run to here' : 'Start over, and run to here'}
        </button>
      )}
    </div>
  );
}

const file = 'src/labs/tasklist/tasklist.ts';

/** Lit are the lines that the trace says ran. */
function Lines({ desk, region }: { desk: Desk; region: string }) {
  const { entries } = desk;
  const ran = entries.value.flatMap(({ line }) => (line?.[0] === file ? [line[1]] : []));
  const now = ran.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section class="lines" tabIndex={0} aria-label="The lines of this step">
      <pre>
        {linesOf(region).map(({ number, text }) => (
          <code key={number} data-is={number === now ? 'now' : ran.includes(number) ? 'ran' : undefined}>
            {text}
            {'\n'}
          </code>
        ))}
      </pre>
    </section>
  );
}
