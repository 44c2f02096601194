import './act-list.css';
import { acts } from './acts.ts';
import type { Desk } from './desk.ts';
import { statusOf } from './progress.ts';
import type { Sight } from './sight.ts';
import type { Act, Step } from './step.ts';
import { StepCard } from './step-card.tsx';
import { steps } from './steps.ts';
import { duration, marks, numberOf, spoken, tookOf } from './text.ts';

/** Seven acts; each opens into its steps, and a step into its lines. */
export function ActList({ desk, sight }: { desk: Desk; sight: Sight }) {
  const { acts: opened, step: picked, led } = sight;
  const toggle = (key: string) => {
    opened.value = opened.value.includes(key) ? opened.value.filter((one) => one !== key) : [...opened.value, key];
    sight.isOpen.value = true;
  };
  const next = desk.next.value;
  const pick = (key: string) => {
    picked.value = picked.value === key ? undefined : key;
  };
  const rowsOf = (some: readonly Step[]) =>
    some.map((step) => (
      <StepRow
        key={step.key}
        desk={desk}
        step={step}
        isPicked={picked.value === step.key}
        isLed={led.value === step.key}
        onPick={() => pick(step.key)}
      />
    ));

  const { order } = desk.attempt.value;
  // Steps that were moved have left their acts.
  if (order !== steps) {
    return (
      <ol class="acts steps" aria-label="Steps in this order">
        {rowsOf(order)}
      </ol>
    );
  }
  return (
    <ol class="acts" aria-label="Acts">
      {acts.map((act, index) => (
        <li key={act.key} data-act={act.key} data-next={next?.act === act.key} data-done={isOver(desk, act)}>
          <div class="head">
            <button
              type="button"
              class="plain act"
              aria-expanded={opened.value.includes(act.key)}
              onClick={() => toggle(act.key)}
            >
              <span class="nth" aria-hidden="true">
                {isOver(desk, act) ? '✓' : index + 1}
              </span>
              {act.title}
              <span class="which">
                {range(desk, act)}
                {isOver(desk, act) && ` · ${duration(tookInAll(desk, act))}`}
              </span>
            </button>
          </div>
          {opened.value.includes(act.key) && (
            <ol class="steps" aria-label={`Steps of act ${index + 1}`}>
              {rowsOf(stepsOf(desk, act))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

const stepsOf = ({ attempt }: Desk, { key }: Act) => attempt.value.order.filter(({ act }) => act === key);

const isOver = (desk: Desk, act: Act) =>
  stepsOf(desk, act).every((step) => statusOf(desk.shown.value.progress, step) === 'done');

/** What its steps took, without the time that somebody thought between them. */
const tookInAll = (desk: Desk, act: Act) =>
  stepsOf(desk, act)
    .filter(({ byItself }) => !byItself)
    .map(({ key }) => desk.shown.value.progress[key]!)
    .reduce((sum, { began, ended = began }) => sum + ended - began, 0);

function range(desk: Desk, act: Act): string {
  const numbers = stepsOf(desk, act).flatMap(({ key }) => (/^\d/.test(key) ? [Number.parseInt(key, 10)] : []));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? `step ${first}` : `steps ${first}–${last}`;
}

type RowProps = { desk: Desk; step: Step; isPicked: boolean; isLed: boolean; onPick(): void };

function StepRow({ desk, step, isPicked, isLed, onPick }: RowProps) {
  const { progress } = desk.shown.value;
  const status = statusOf(progress, step);
  const isNext = desk.next.value === step && desk.then.value.is !== 'running';
  return (
    <li class="step" data-who={step.who} data-status={status} data-next={isNext} data-led={isLed}>
      <button
        type="button"
        class="plain"
        aria-expanded={isPicked}
        aria-current={isNext ? 'step' : undefined}
        onClick={onPick}
      >
        <span class="number">{numberOf(step)}</span>
        <span class="name">{step.name}</span>
        <span class="who">{step.who}</span>
        <span class="took">{status === 'done' ? tookOf(progress, step) : ''}</span>
        <span class="mark" role="img" aria-label={spoken[status]}>
          {marks[status]}
        </span>
      </button>
      {isPicked && <StepCard desk={desk} step={step} />}
    </li>
  );
}
