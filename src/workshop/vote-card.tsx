import { signal } from '@preact/signals';
import type { VoteView } from '../../protocol/workshop/views.ts';
import { Bars } from './bars.tsx';
import type { Desk } from './desk.ts';
import { Folding } from './folding.tsx';
import { amend, kept } from './kept.ts';

/** The last question that was put away after its answer. */
const putAway = signal(kept('seat')?.votePutAway);

/** A question to the class: chosen, changed until it is closed, and read with everybody's answers when they are shown. */
export function VoteCard({ desk: { member, view, own } }: { desk: Desk }) {
  const vote = view.value?.vote;
  const isShown = vote && vote.id !== putAway.value;
  const mine = own.value?.choice ?? null;
  function close() {
    putAway.value = vote!.id;
    amend('seat', { votePutAway: vote!.id });
  }
  return (
    <>
      <p role="status" class="only-spoken">
        {isShown && spoken(vote)}
      </p>
      {isShown && (
        <Folding key={vote.id} isDone={mine !== null && !vote.isRevealed} isNews={vote.isRevealed}>
          <summary>
            <b>Vote</b> <span>{standing(vote, mine !== null)}</span>
          </summary>
          <section class="body" aria-label="Vote">
            {vote.isRevealed ? (
              <>
                <p class="question">{vote.question}</p>
                <Bars vote={vote} mine={mine} />
                <button type="button" onClick={close}>
                  Put it away
                </button>
              </>
            ) : (
              <fieldset disabled={!vote.isOpen}>
                <legend>{vote.question}</legend>
                {vote.options.map((option, choice) => (
                  <label key={choice}>
                    <input
                      type="radio"
                      name={`vote-${vote.id}`}
                      checked={mine === choice}
                      onChange={() => member.does({ what: 'voted', vote: vote.id, choice })}
                    />
                    <span>{option}</span>
                  </label>
                ))}
              </fieldset>
            )}
          </section>
        </Folding>
      )}
    </>
  );
}

const standing = ({ isOpen, isRevealed }: VoteView, hasChosen: boolean) => {
  if (isRevealed) return 'This is what the class said.';
  if (!isOpen) return hasChosen ? 'It is closed. The answer comes.' : 'It is closed, without an answer of yours.';
  return hasChosen ? 'You can change it until it is closed.' : 'What do you think?';
};

const spoken = ({ isOpen, isRevealed, question }: VoteView) => {
  if (isRevealed) return 'The answer of the vote is shown.';
  return isOpen ? `A vote: ${question}` : 'The vote is closed.';
};
