import { type Facts, type Finding, findings, summary, type Verdict } from './facts.ts';

const marks: Record<Verdict, [mark: string, said: string]> = {
  waiting: ['…', 'not known yet'],
  good: ['✓', 'good'],
  note: ['!', 'good to know'],
  bad: ['✗', 'in the way'],
};

/** What was found, each with its remedy, and the whole of it in a sentence. */
export function List({ facts, port }: { facts: Facts; port: string }) {
  const all = findings(facts, { port });
  const { verdict, says } = summary(all);
  return (
    <section class="found" aria-labelledby="found">
      <h2 id="found">What was found</h2>
      <p class="summary" role="status" data-verdict={verdict}>
        {says}
      </p>
      <ul>
        {all.map((finding) => (
          <Item key={finding.what} {...finding} />
        ))}
      </ul>
    </section>
  );
}

function Item({ what, verdict, says, remedy, more }: Finding) {
  const [mark, said] = marks[verdict];
  return (
    <li data-verdict={verdict} aria-label={what}>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <h3>
          {what} <span class="only-spoken">: {said}</span>
        </h3>
        <p>{says}</p>
        {remedy && (
          <p class="remedy">
            {remedy} {more && <a href={more}>Devices and HTTPS</a>}
          </p>
        )}
      </div>
    </li>
  );
}
