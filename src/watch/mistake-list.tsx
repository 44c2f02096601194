import type { Mistake } from './mistakes.ts';

/** What went wrong, the newest first, and what to do; told aloud as it happens. */
export function MistakeList({ mistakes }: { mistakes: readonly Mistake[] }) {
  const newestFirst = mistakes.toSorted((a, b) => b.at - a.at);
  return (
    <section class="mistakes" aria-labelledby="mistakes">
      <h2 id="mistakes">{heading(mistakes.length)}</h2>
      <ul aria-live="polite">
        {newestFirst.map(({ kind, who, title, says, remedy, times }) => (
          <li key={`${kind} ${who} ${says}`}>
            <h3>
              {title} <span class="who">{who}</span>
              {times > 1 && (
                <span class="times">
                  <span aria-hidden="true">×{times}</span>
                  <span class="only-spoken">{times} times</span>
                </span>
              )}
            </h3>
            <p>{says}</p>
            <p class="remedy">
              <b>What to do:</b> {remedy}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const heading = (count: number) =>
  count === 0 ? 'No mistakes so far' : count === 1 ? 'One mistake' : `${count} mistakes`;
