import { useSignal } from '@preact/signals';
import type { Desk } from './desk.ts';
import { keys } from './keys.ts';
import { nameOf } from './situation.ts';

/** Everything that the keyboard can do here, and every step by its name. */
export function KeysHelp({ desk }: { desk: Desk }) {
  const { order, calls } = desk.attempt.value;
  const takable = order.filter(({ byItself, side }) => !byItself && calls[side] !== undefined);
  const wanted = useSignal('');
  const step = takable.find(({ key }) => key === wanted.value) ?? takable[0];
  return (
    <section class="keys" aria-label="Keys">
      <dl>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (step) desk.runTo(step);
        }}
      >
        <label>
          Run to{' '}
          <select value={step?.key} onChange={(event) => (wanted.value = event.currentTarget.value)}>
            {takable.map((one) => (
              <option key={one.key} value={one.key}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Run</button>
      </form>
      <p>
        They are heard while the focus is somewhere in this lab, and on its own page wherever it is, but for what is
        written in. A step that lies behind is run to from the start.
      </p>
    </section>
  );
}
