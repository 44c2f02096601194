import type { ConstraintSet, Settings, Supported } from './fitness.ts';
import { written } from './wishes.ts';

export type Compared = { can: Readonly<Record<string, unknown>>; asked: ConstraintSet; got: Settings };

/** What is worth a line of its own; the rest differs from camera to camera. */
const told = ['width', 'height', 'aspectRatio', 'frameRate', 'facingMode', 'resizeMode', 'deviceId'];

/** The four things that are so easily taken for one another, side by side. */
export function Compare({ supported, compared: { can, asked, got } }: { supported: Supported; compared: Compared }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="wide" aria-label="Supported, possible, asked, got" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">constraint</th>
            <th scope="col">supported</th>
            <th scope="col">capabilities</th>
            <th scope="col">asked</th>
            <th scope="col">got</th>
          </tr>
        </thead>
        <tbody>
          {told.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{supported[name] ? 'yes' : 'no'}</td>
              <td>{ability(can[name])}</td>
              <td>{name in asked ? written(asked[name]) : '–'}</td>
              <td>{setting(got[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ability(can: unknown) {
  if (can === undefined) return '–';
  if (Array.isArray(can)) return can.length === 0 ? 'none told' : can.join(', ');
  if (typeof can !== 'object' || can === null) return setting(can);
  const { min, max } = can as { min?: number; max?: number };
  return `${written(min)} to ${written(max)}`;
}

/** An id is a riddle of sixty letters: its beginning is enough to know it again. */
function setting(value: unknown) {
  if (value === undefined) return '–';
  const text = typeof value === 'number' ? written(value) : String(value);
  return text.length > 20 ? `${text.slice(0, 6)}…` : text;
}
