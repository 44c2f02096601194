import { useEffect, useState } from 'preact/hooks';
import type { ConsoleView, VoteView } from '../../protocol/workshop/views.ts';
import { newId } from '../carriers/new-id.ts';
import { answersText, Bars } from './bars.tsx';
import { OwnQuestion } from './own-question.tsx';
import { PageChoice } from './page-choice.tsx';
import type { Page } from './pages.ts';
import { type Question, questionsOf } from './questions.ts';
import type { Rig } from './rig.ts';

type Props = { rig: Rig; view: ConsoleView; pages: readonly Page[] };

/** Asks the class: a question of the lesson where it is, or one of the instructor's own. */
export function VoteDesk({ rig, view: { vote, lead }, pages }: Props) {
  const [chosen, choose] = useState<string | undefined>();
  const page = chosen ?? lead?.page ?? '';
  const questions = useQuestions(page);
  const ask = ({ question, options, right }: Question) =>
    rig.commands({
      what: 'askVote',
      ...{ vote: newId(), question, options: [...options] },
      ...(right !== undefined && { right }),
    });
  return (
    <section class="votes" aria-labelledby="votes">
      <h3 id="votes">Vote</h3>
      {vote ? (
        <Asked rig={rig} vote={vote} answer={questions.find(({ question }) => question === vote.question)?.answer} />
      ) : (
        <>
          <details>
            <summary>A question of a lesson</summary>
            <PageChoice
              label="Lesson"
              pages={pages.filter(({ kind }) => kind === 'Lessons')}
              value={page}
              choose={choose}
            />
            {page && questions.length === 0 && <p>No question stands there.</p>}
            <ol class="offered">
              {questions.map((one) => (
                <li key={one.question}>
                  <span>{one.question}</span>
                  <button type="button" class="small" onClick={() => ask(one)}>
                    Ask<span class="only-spoken"> this: {one.question}</span>
                  </button>
                </li>
              ))}
            </ol>
          </details>
          <details>
            <summary>A question of your own</summary>
            <OwnQuestion ask={ask} />
          </details>
        </>
      )}
    </section>
  );
}

type AskedProps = { rig: Rig; vote: VoteView; answer: string | undefined };

/** Live for whoever asks; the class sees it when it is shown. */
function Asked({ rig, vote, answer }: AskedProps) {
  return (
    <>
      <p class="question">{vote.question}</p>
      {/* Thirty answers at once are no thirty announcements. */}
      <p>
        {answersText(vote)}.{' '}
        <span role="status">
          {vote.isRevealed ? 'The class sees this.' : vote.isOpen ? 'Only you see this.' : 'Closed; only you see this.'}
        </span>
      </p>
      <Bars vote={vote} />
      {answer && (
        <p>
          <b>The lesson says:</b> {answer}
        </p>
      )}
      <div class="line">
        {vote.isOpen && (
          <button type="button" onClick={() => rig.commands({ what: 'closeVote' })}>
            Close the vote
          </button>
        )}
        {!vote.isRevealed && (
          <button type="button" onClick={() => rig.commands({ what: 'reveal' })}>
            Show the answers
          </button>
        )}
        <button type="button" onClick={() => rig.commands({ what: 'endVote' })}>
          Put it away
        </button>
      </div>
    </>
  );
}

function useQuestions(page: string): readonly Question[] {
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  useEffect(() => {
    let isWanted = true;
    setQuestions([]);
    if (page) void questionsOf(page).then((found) => isWanted && setQuestions(found));
    return () => {
      isWanted = false;
    };
  }, [page]);
  return questions;
}
