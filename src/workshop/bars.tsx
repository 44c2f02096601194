import type { VoteView } from '../../protocol/workshop/views.ts';
import './votes.css';

type Props = { vote: VoteView; mine?: number | null };

/** How many chose what: each bar has its number beside it, and what is right says so. */
export function Bars({ vote: { options, tally, right }, mine = null }: Props) {
  const counts = tally ?? options.map(() => 0);
  const total = totalOf(counts);
  return (
    <ol class="bars">
      {options.map((option, nth) => {
        const count = counts[nth]!;
        const marks = [nth === right && '✓ Right', nth === mine && 'Your choice'].filter(Boolean);
        return (
          <li key={nth} data-right={nth === right} style={{ '--share': total && count / total }}>
            <span class="option">{option}</span>
            {marks.length > 0 && <b class="marks">{marks.join(' · ')}</b>}
            <span class="count">
              <b>{count}</b>
              {total > 0 && ` · ${Math.round((100 * count) / total)} %`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export const totalOf = (tally: readonly number[] | null) => (tally ?? []).reduce((sum, count) => sum + count, 0);

export const answersText = (vote: VoteView) => {
  const total = totalOf(vote.tally);
  if (total === 0) return 'Nobody has answered yet';
  return total === 1 ? 'One has answered' : `${total} have answered`;
};
