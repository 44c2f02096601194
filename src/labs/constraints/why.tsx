import type { Measured } from './candidates.ts';
import type { ConstraintSet, Settings, Supported } from './fitness.ts';

type Props = { measured: readonly Measured[]; wanted: ConstraintSet; supported: Supported; got: Settings };

/** Why this setting won: each one that could have come, and how far it is from what was asked. */
export function Why({ measured, wanted, supported, got }: Props) {
  const names = Object.keys(wanted).filter((name) => supported[name]);
  const dropped = Object.keys(wanted).filter((name) => !supported[name]);
  const isGot = ({ settings }: Measured) => settings.width === got.width && settings.height === got.height;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="wide why" aria-label="Why this one" tabIndex={0}>
      <p class="title">Why this one: the fitness distance</p>
      <table>
        <thead>
          <tr>
            <th scope="col">could be</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            <th scope="col">sum</th>
            <th scope="col">so</th>
          </tr>
        </thead>
        <tbody>
          {measured.map((each) => (
            <tr key={each.title} data-best={each.best}>
              <th scope="row">{each.title}</th>
              {names.map((name) => (
                <td key={name}>{number(each.by[name]!)}</td>
              ))}
              <td>{number(each.total)}</td>
              <td>{[each.best && 'nearest', isGot(each) && 'got'].filter(Boolean).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{verdict(measured, isGot)}</p>
      {dropped.length > 0 && (
        <p>
          Dropped without a word, because this browser does not know it: <code>{dropped.join(', ')}</code>.
        </p>
      )}
    </section>
  );
}

const number = (distance: number) => (Number.isFinite(distance) ? String(Math.round(distance * 1000) / 1000) : '∞');

function verdict(measured: readonly Measured[], isGot: (each: Measured) => boolean) {
  const best = measured.filter((each) => each.best);
  if (best.length === 0) return 'Each of them is out by ∞: no device meets the demand, so nothing was changed.';
  if (!measured.some((each) => each.best && isGot(each)))
    return 'This browser did not take the nearest one, although it should have: read what you got, never what you asked.';
  if (best.length > 1) return `${best.length} are equally near; among them the browser chose by its own defaults.`;
  return 'It is the nearest of them: the smallest sum wins.';
}
