import { effect, signal } from '@preact/signals';
import './class-is-at.css';
import type { Desk } from './desk.ts';
import { statusOf } from './progress.ts';
import type { Sight } from './sight.ts';
import { nameOf } from './situation.ts';
import type { Step } from './step.ts';

/** The step at which the class is stands on the lab's host, now or at any time: it is opened, marked, and said. */
export function watchClass(root: HTMLElement, desk: Desk, sight: Sight) {
  const leaving = desk.context.signal;
  const host = root.closest<HTMLElement>('lab-host')!;
  const nr = signal(0);
  const read = () => {
    nr.value = Number(host.dataset.classStep ?? 0);
  };
  const observer = new MutationObserver(read);
  observer.observe(host, { attributes: true, attributeFilter: ['data-class-step'] });
  const end = effect(() => {
    const step = desk.attempt.value.order.find(({ key }) => Number(key) === nr.value);
    sight.notice.value = step && <ClassIsAt desk={desk} step={step} show={() => show(root, sight, step)} />;
    sight.led.value = step?.key;
    if (step) open(sight, step);
  });
  leaving.addEventListener('abort', () => {
    observer.disconnect();
    end();
  });
  if (!leaving.aborted) read();
}

function open({ isOpen, acts, step }: Sight, { act, key }: Step) {
  isOpen.value = true;
  acts.value = [...new Set([...acts.peek(), act])];
  step.value = key;
}

function show(root: HTMLElement, sight: Sight, step: Step) {
  open(sight, step);
  // It is drawn with the next frame.
  requestAnimationFrame(() => {
    const row = root.querySelector<HTMLElement>('[data-led="true"] > button');
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  });
}

type Props = { desk: Desk; step: Step; show(): void };

/** Where the class is, and where this lab. Nothing is taken before its learner presses: then it is run to that step. */
function ClassIsAt({ desk, step, show }: Props) {
  const { order, calls } = desk.attempt.value;
  const { progress } = desk.live.value;
  const pressed = order.filter(({ byItself }) => !byItself);
  const wanted = pressed.findLast((one) => order.indexOf(one) <= order.indexOf(step));
  const mine = pressed.findLast((one) => statusOf(progress, one) !== 'ahead');
  const isAhead = wanted !== undefined && statusOf(progress, wanted) === 'ahead';
  const isBusy = desk.isBusy.value;
  return (
    <section class="class-is-at" aria-label="The class">
      <p role="status">
        The class is at <b>{nameOf(step)}</b>. {sayMine(mine, wanted, isAhead)}
      </p>
      <span class="ways">
        {isAhead && calls[step.side] && (
          <button type="button" aria-disabled={isBusy} onClick={() => isBusy || desk.runTo(step)}>
            Go there
          </button>
        )}
        <button type="button" class="plain" data-looks onClick={show}>
          Show the step
        </button>
      </span>
    </section>
  );
}

function sayMine(mine: Step | undefined, wanted: Step | undefined, isAhead: boolean): string {
  if (mine === undefined) return 'Yours is before its first step.';
  if (mine === wanted) return 'So is yours.';
  return isAhead ? `Yours is at ${nameOf(mine)}.` : `Yours has been there, and is at ${nameOf(mine)}.`;
}
