import { counted, seconds, weight } from './types.ts';

/** A chunk as it came: when, counted from the press of Record, and how heavy. */
export type Slice = { at: number; size: number; type: string };

/** The chunks, in their order: what the program was given, and when. */
export function Chunks({ slices }: { slices: readonly Slice[] }) {
  const heaviest = Math.max(1, ...slices.map(({ size }) => size));
  return (
    <section class="chunks" aria-label="Chunks">
      <p class="title">{counted(slices.length)}</p>
      <ol>
        {slices.map(({ at, size, type }, index) => (
          <li key={at} style={{ '--part': size / heaviest }}>
            <span>{index + 1}</span>
            <span>{seconds(at / 1000)}</span>
            <span>{weight(size)}</span>
            <code>{type || 'no type'}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
