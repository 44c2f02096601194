import { useSignal } from '@preact/signals';
import type { Desk } from './desk.ts';
import { wrongOrders } from './orders.ts';
import './other-orders.css';
import type { Step } from './step.ts';
import { steps } from './steps.ts';
import { numberOf } from './text.ts';

/** Wrong orders to try, and the list itself to be put into any other. */
export function OtherOrders({ desk }: { desk: Desk }) {
  const draft = useSignal<readonly Step[]>(steps.filter(({ byItself }) => !byItself));
  const dragged = useSignal<number | undefined>(undefined);
  const said = useSignal('');

  function move(from: number, to: number) {
    const step = draft.value[from];
    if (!step || to < 0 || to >= draft.value.length) return;
    draft.value = draft.value.toSpliced(from, 1).toSpliced(to, 0, step);
    said.value = `${step.name} is now number ${to + 1} of ${draft.value.length}.`;
  }

  /** What becomes of it is told further up, which on a phone is out of sight. */
  async function run({ currentTarget }: Event, order: readonly Step[]) {
    const told = (currentTarget as Element).closest('.tasklist-lab')!.querySelector('.say')!;
    const show = () => {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
      told.scrollIntoView({ block: 'center', behavior });
    };
    show();
    await desk.runOrder(order);
    show();
  }

  /** What comes by itself comes wherever it comes. */
  const whole = () => [...draft.value, ...steps.filter(({ byItself }) => byItself)];

  return (
    <section class="other-orders" aria-label="Other orders">
      <p>Each of these goes wrong, in its own way. Guess where before you press.</p>
      <ul class="prepared">
        {wrongOrders.map(({ key, title, steps }) => (
          <li key={key}>
            <button type="button" class="small" onClick={(event) => run(event, steps)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      {desk.order.value !== steps && (
        <p class="ways">
          <button type="button" class="small" onClick={() => desk.reorder(steps)}>
            Back to the order that works
          </button>
        </p>
      )}
      <details>
        <summary>An order of your own</summary>
        <p>Drag a step, or move it with its two buttons.</p>
        <ol aria-label="Your order">
          {draft.value.map((step, index) => (
            <li
              key={step.key}
              data-who={step.who}
              draggable
              onDragStart={({ dataTransfer }) => {
                // Firefox drags nothing that carries nothing.
                dataTransfer?.setData('text/plain', step.name);
                dragged.value = index;
              }}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.value !== undefined) move(dragged.value, index);
              }}
            >
              <span class="number">{numberOf(step)}</span>
              <span class="name">{step.name}</span>
              <span class="who">{step.who}</span>
              <button
                type="button"
                class="plain"
                aria-label={`${step.name} of ${step.who}: earlier`}
                onClick={() => move(index, index - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="plain"
                aria-label={`${step.name} of ${step.who}: later`}
                onClick={() => move(index, index + 1)}
              >
                ↓
              </button>
            </li>
          ))}
        </ol>
        <p class="ways">
          <button type="button" onClick={(event) => run(event, whole())}>
            Run this order
          </button>
        </p>
        <p class="only-spoken" role="status">
          {said.value}
        </p>
      </details>
    </section>
  );
}
