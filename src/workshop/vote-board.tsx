import type { VoteView } from '../../protocol/workshop/views.ts';
import { answersText, Bars } from './bars.tsx';

/** For the projector: nobody follows the crowd, so the answers stand there when they are shown to all. */
export const VoteBoard = ({ vote }: { vote: VoteView }) => (
  <section class="asked" aria-label="Vote">
    <h2>{vote.question}</h2>
    {vote.isRevealed ? (
      <Bars vote={vote} />
    ) : (
      <ol class="options" type="A">
        {vote.options.map((option, nth) => (
          <li key={nth}>{option}</li>
        ))}
      </ol>
    )}
    <p>
      {answersText(vote)}
      {!vote.isOpen && !vote.isRevealed && ': the vote is closed'}
    </p>
  </section>
);
