import type { Entry } from '../../protocol/entry.ts';
import type { Clock } from '../trace/clock.ts';
import { bodyText } from './body-text.ts';
import { since } from './duration.ts';

type Props = {
  title: string;
  entries: readonly Entry[];
  clock: Clock;
  began: number;
  onClose(): void;
};

/** Everything that is known of what was picked. */
export function Details({ title, entries, clock, began, onClose }: Props) {
  return (
    <section class="details" aria-label="Details">
      <header>
        <h3>{title}</h3>
        <button type="button" class="plain small" onClick={onClose}>
          Close
        </button>
      </header>
      {entries.map((entry) => (
        <Fact key={entry.id} entry={entry} at={since(clock(entry) - began)} />
      ))}
    </section>
  );
}

function Fact({ entry: { who, what, name, body, line }, at }: { entry: Entry; at: string }) {
  return (
    <article>
      <h4>
        <b data-who={who}>{who}</b> {spelled[what]} <code>{name}</code> <time>{at}</time>
      </h4>
      {line && (
        <p class="line-of">
          {line[0]}, line {line[1]}
        </p>
      )}
      {body !== undefined && (
        // A long body scrolls, and what scrolls must be reachable without a mouse.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre tabIndex={0}>{bodyText(body)}</pre>
      )}
    </article>
  );
}

const spelled: Record<Entry['what'], string> = {
  call: 'calls',
  return: 'is answered by',
  throw: 'is refused by',
  event: 'meets the event',
  state: 'enters a new state:',
  sent: 'sends',
  received: 'receives',
  held: 'holds',
  refused: 'refuses',
  step: 'takes step',
  note: 'notes',
};
