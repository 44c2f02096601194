import { complaint } from '../../views/gist.ts';
import type { Facts, Refused } from './attempt.ts';

type Props = { usual: Facts; facts: Facts; refused: Refused | undefined; isUsual: boolean };

/** What the browser said, and what is now otherwise than in a call in which nothing was changed. */
export function Outcome({ usual, facts, refused, isUsual }: Props) {
  if (refused) {
    return (
      <section class="outcome" aria-label="What came of it">
        <p class="refused">
          ✕ <code>{refused.call}</code>: <q>{complaint(refused.error)}</q> The call did not come about.
        </p>
      </section>
    );
  }
  const before = new Map(usual);
  const now = new Map(facts);
  const rows = [...new Set([...now.keys(), ...before.keys()])];
  return (
    <section class="outcome" aria-label="What came of it">
      <table>
        <thead>
          <tr>
            <th scope="col">What came of it</th>
            {!isUsual && <th scope="col">Unchanged</th>}
            <th scope="col">{isUsual ? 'Nothing was changed' : 'Now'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((what) => (
            <tr key={what} data-changed={!isUsual && before.get(what) !== now.get(what)}>
              <th scope="row">{what}</th>
              {!isUsual && <td>{before.get(what) ?? '–'}</td>}
              <td>{now.get(what) ?? 'gone: its transceiver was stopped'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
