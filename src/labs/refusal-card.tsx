import type { Refusal } from '../media/refusal.ts';
import './refusal-card.css';

/** A no of the browser: its name, its own words, what it means, and what helps. */
export function RefusalCard({ refusal: { name, said, meaning, remedy } }: { refusal: Refusal }) {
  return (
    <section class="refusal" aria-label="Refusal">
      <h3>
        <code>{name}</code>
      </h3>
      <p>{said ? <q>{said}</q> : 'The browser adds no words of its own.'}</p>
      <p>{meaning}</p>
      <p>
        <b>What to do.</b> {remedy}
      </p>
    </section>
  );
}
