import type { Signal } from '@preact/signals';
import { type Outcome, outcomes } from './candidates.ts';
import {
  constraintsOf,
  examples,
  type Property,
  properties,
  type Strength,
  unasked,
  type Wish,
  type Wishes,
  written,
} from './wishes.ts';

type Props = {
  wishes: Signal<Wishes>;
  predicted: Signal<Outcome | undefined>;
  busy: boolean;
  onApply(): void;
  onAsk(): void;
};

/** What is to be asked, and what its author believes will come of it. */
export function Builder({ wishes, predicted, busy, onApply, onAsk }: Props) {
  const change = (name: Property, wish: Partial<Wish>) => {
    wishes.value = { ...wishes.value, [name]: { ...wishes.value[name], ...wish } };
    predicted.value = undefined;
  };
  const take = (all: Wishes) => {
    wishes.value = all;
    predicted.value = undefined;
  };
  return (
    <section class="builder" aria-label="What to ask for">
      <div class="examples">
        {examples.map(({ title, wishes: all }) => (
          <button type="button" key={title} onClick={() => take(all)}>
            {title}
          </button>
        ))}
        <button type="button" class="plain" onClick={() => take(unasked)}>
          Nothing
        </button>
      </div>
      <div class="rows">
        {properties.map((name) => (
          <Row key={name} name={name} wish={wishes.value[name]} onChange={(wish) => change(name, wish)} />
        ))}
      </div>
      <p class="written">
        <code>{written(constraintsOf(wishes.value))}</code>
      </p>
      <div class="go">
        <span aria-hidden="true">I predict</span>
        <fieldset class="segments">
          <legend class="only-spoken">I predict</legend>
          {outcomes.map((outcome) => (
            <label key={outcome}>
              <input
                type="radio"
                name="constraints-predicted"
                checked={predicted.value === outcome}
                onChange={() => (predicted.value = outcome)}
              />
              {outcome}
            </label>
          ))}
        </fieldset>
        <button type="button" class="strong" aria-disabled={busy} onClick={busy ? undefined : onApply}>
          Apply
        </button>
        <button type="button" aria-disabled={busy} onClick={busy ? undefined : onAsk}>
          Ask anew
        </button>
      </div>
    </section>
  );
}

const strengths: readonly Strength[] = ['any', 'ideal', 'exact', 'min', 'max'];
const faces = ['user', 'environment', 'left', 'right'];

function Row({
  name,
  wish: { strength, value },
  onChange,
}: {
  name: Property;
  wish: Wish;
  onChange(wish: Partial<Wish>): void;
}) {
  const offered = name === 'facingMode' ? strengths.slice(0, 3) : strengths;
  return (
    <div class="row" data-asked={strength !== 'any'}>
      <code>{name}</code>
      <select
        aria-label={`How strongly: ${name}`}
        value={strength}
        onChange={({ currentTarget }) => onChange({ strength: currentTarget.value as Strength })}
      >
        {offered.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      {name === 'facingMode' ? (
        <select
          aria-label={name}
          value={value}
          onChange={({ currentTarget }) => onChange({ value: currentTarget.value })}
        >
          {faces.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : (
        <input
          type="number"
          aria-label={name}
          min="0"
          step="any"
          value={value}
          onInput={({ currentTarget }) => onChange({ value: currentTarget.value })}
        />
      )}
    </div>
  );
}
