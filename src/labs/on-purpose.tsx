import './on-purpose.css';

type Way = { title: string; about: string };

/** Ways to be refused, each by asking for real. */
export function OnPurpose<Of extends Way>({ ways, onProvoke }: { ways: readonly Of[]; onProvoke(way: Of): void }) {
  return (
    <details class="on-purpose">
      <summary>Be refused on purpose</summary>
      <ul>
        {ways.map((way) => (
          <li key={way.title}>
            <button type="button" onClick={() => onProvoke(way)}>
              {way.title}
            </button>
            <span>{way.about}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
