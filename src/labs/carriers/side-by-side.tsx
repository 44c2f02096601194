import { useSignal } from '@preact/signals';
import { abridged, letters, type Mailed, textOf, type Written } from './letters.ts';
import { type Way, wayNames } from './way-names.ts';

/** Everything that was written in a call by one way. */
type Record = { written: readonly Written[]; mailed: readonly Mailed[] };
export type Records = ReadonlyMap<Way, Record>;

/** One message, as each way that was tried writes it. */
export function SideBySide({ records }: { records: Records }) {
  const chosen = useSignal(1);
  const letter = letters[chosen.value]!;
  return (
    <section class="side-by-side" aria-label="On the wire" data-who={letter.who}>
      <label>
        On the wire:{' '}
        <select
          value={chosen.value}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.selectedIndex;
          }}
        >
          {letters.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div class="texts">
        {wayNames.map((way) => {
          const { written, mailed } = records.get(way) ?? { written: [], mailed: [] };
          const text = textOf(letter, written, mailed);
          return (
            <figure key={way}>
              <figcaption>{way}</figcaption>
              <code>{text === undefined ? '…' : abridged(text)}</code>
            </figure>
          );
        })}
      </div>
    </section>
  );
}
