import { useMemo, useState } from 'preact/hooks';
import type { TakenHome } from '../../protocol/workshop/taken-home.ts';
import { clockWith } from '../trace/clock.ts';
import { readTrace } from '../trace/file.ts';
import { explainProblem } from '../trace/file-problem.ts';
import { Pictures } from '../views/pictures/pictures.tsx';
import './taken-home.css';

const day = (iso: string) => new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });
const clock = (iso: string) => new Date(iso).toLocaleTimeString('en', { timeStyle: 'short' });

/** What somebody took home from a workshop. */
export function Home({ home }: { home: TakenHome }) {
  const { title, name, joinedAt, takenAt, answers, journey, traces } = home;
  return (
    <section class="taken-home" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p class="about">
          Taken home by <b>{name}</b>, who came <time dateTime={joinedAt}>{day(joinedAt)}</time>. Saved{' '}
          <time dateTime={takenAt}>{day(takenAt)}</time>.
        </p>
      </header>
      <section aria-labelledby="home-traces">
        <h3 id="home-traces">Labs</h3>
        {traces.length === 0 && <p class="none">No lab was run, or the browser kept nothing of it.</p>}
        {traces.map((trace, nth) => (
          <Trace key={`${nth}`} {...trace} />
        ))}
      </section>
      <section aria-labelledby="home-answers">
        <h3 id="home-answers">Answers</h3>
        {answers.length === 0 && <p class="none">No question was answered.</p>}
        <ol class="answers">
          {answers.map((answer) => (
            <Answer key={answer.question} {...answer} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="home-journey">
        <h3 id="home-journey">The way through the workshop</h3>
        {journey.length === 0 && <p class="none">No page was opened.</p>}
        <ol class="journey">
          {staysOf(journey).map(({ page, title, at, steps }) => (
            <li key={at}>
              <time dateTime={at}>{clock(at)}</time>
              <span>
                <a href={page}>{title ?? page}</a>
                {steps.length > 0 && <small> {stepsText(steps)}</small>}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </section>
  );
}

function Answer({ question, asked, choice, right }: TakenHome['answers'][number]) {
  const isPage = question.startsWith('/') && !question.startsWith('//');
  return (
    <li>
      <p class="asked">{isPage ? <a href={question}>{asked ?? question}</a> : (asked ?? question)}</p>
      <p>
        {choice}
        {right !== undefined && (
          <span class={right === choice ? 'right' : 'wrong'}>
            {right === choice ? ' ✓ right' : ` ✗ It is: ${right}`}
          </span>
        )}
      </p>
    </li>
  );
}

/** Steps of one lab on one page are one stay. */
function staysOf(journey: TakenHome['journey']) {
  const stays: { page: string; title: string | undefined; at: string; steps: number[] }[] = [];
  for (const { page, title, step, at } of journey) {
    if (stays.at(-1)?.page !== page) stays.push({ page, title, at, steps: [] });
    if (step !== undefined) stays.at(-1)!.steps.push(step);
  }
  return stays;
}

function stepsText(steps: readonly number[]): string {
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  return first === last ? `step ${first}` : `steps ${first} to ${last}`;
}

/** Its pictures are drawn when it is opened. */
function Trace({ page, title, lab, file }: TakenHome['traces'][number]) {
  const [isOpen, setOpen] = useState(false);
  const reading = useMemo(() => readTrace(file), [file]);
  const trace = reading.ok ? reading.file : reading.readable;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {title ?? lab}
        {trace && (
          <small>
            {' '}
            {clock(trace.recorded)}, {trace.entries.length} entries
          </small>
        )}
      </summary>
      {!reading.ok && <p class="broken">{explainProblem(reading.problem)}</p>}
      <p>
        <a href={page}>Open the page of this lab</a>
      </p>
      {isOpen && trace && (
        <Pictures
          trace={{ entries: trace.entries, follow: () => {} }}
          clock={clockWith(trace.offsets, trace.entries)}
        />
      )}
    </details>
  );
}
