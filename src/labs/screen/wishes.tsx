import type { Signal } from '@preact/signals';
import type { DisplayOptions } from '../../media/display-options.ts';

/** What is ticked and chosen in the form. */
export type Wishes = {
  surface: '' | 'monitor' | 'window' | 'browser';
  ticked: readonly Wish[];
};

type Wish = keyof typeof wishes;

const wishes = {
  small: { says: 'At most 640 wide', adds: {} },
  audio: { says: 'Its sound too', adds: { audio: true } },
  selfBrowserSurface: { says: 'Offer this tab as well', adds: { selfBrowserSurface: 'include' } },
  monitorTypeSurfaces: { says: 'Offer no whole screen', adds: { monitorTypeSurfaces: 'exclude' } },
  surfaceSwitching: { says: 'Let me change tabs meanwhile', adds: { surfaceSwitching: 'include' } },
  systemAudio: { says: 'Not the sound of everything', adds: { systemAudio: 'exclude' } },
} satisfies Record<string, { says: string; adds: DisplayOptions }>;

const kinds = { '': 'anything', monitor: 'a whole screen', window: 'a window', browser: 'a tab' };

/** What getDisplayMedia is asked. */
export function optionsOf({ surface, ticked }: Wishes): DisplayOptions {
  const video: MediaTrackConstraints = {};
  if (surface) video.displaySurface = surface;
  if (ticked.includes('small')) video.width = { max: 640 };
  const options: DisplayOptions = { video: Object.keys(video).length > 0 ? video : true };
  return Object.assign(options, ...ticked.map((wish) => wishes[wish].adds));
}

type Props = { chosen: Signal<Wishes>; read: Signal<ReadonlySet<string> | undefined> };

export function WishForm({ chosen, read }: Props) {
  const { surface, ticked } = chosen.value;
  const tick = (wish: Wish, on: boolean) => {
    chosen.value = { surface, ticked: on ? [...ticked, wish] : ticked.filter((other) => other !== wish) };
  };
  const unknown = (wish: Wish) => wish !== 'small' && read.value !== undefined && !read.value.has(wish);
  return (
    <details class="wishes">
      <summary>What you would like</summary>
      <label class="kind">
        Most of all
        <select
          value={surface}
          onChange={({ currentTarget: { value } }) => (chosen.value = { surface: value as Wishes['surface'], ticked })}
        >
          {Object.entries(kinds).map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {(Object.keys(wishes) as Wish[]).map((wish) => (
          <li key={wish}>
            <label>
              <input
                type="checkbox"
                checked={ticked.includes(wish)}
                onChange={({ currentTarget }) => tick(wish, currentTarget.checked)}
              />
              {wishes[wish].says}
              {unknown(wish) && <small> This browser never reads it.</small>}
            </label>
          </li>
        ))}
      </ul>
      <pre>
        <code>getDisplayMedia({asCode(optionsOf(chosen.value))})</code>
      </pre>
    </details>
  );
}

const asCode = (value: object) =>
  JSON.stringify(value, null, 2)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'");
