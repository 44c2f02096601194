import { abilities, codes } from './abilities.ts';
import type { Told } from './told.ts';
import { why } from './why.ts';

/** What each of the two pages may do: the same page, from the same server, and yet not the same. */
export function Compare({ mine, theirs }: { mine: Told; theirs: Told | undefined }) {
  return (
    <section class="compare" aria-label="What each page may do">
      <table>
        <thead>
          <tr>
            <th scope="col">May it use</th>
            <th scope="col">This page</th>
            <th scope="col">There</th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">
                <code>{code}</code>
                <small>{abilities[code].gives}</small>
              </th>
              <Cell yes={mine.findings[code]} />
              <Cell yes={theirs?.findings[code]} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whether a page is a secure context, and why. */
export function Verdict({ told: { from, findings }, what }: { told: Told; what: string }) {
  const isSecure = findings.isSecureContext;
  return (
    <p class="verdict">
      <b>
        {what} is {isSecure ? 'a secure context' : 'no secure context'}.
      </b>{' '}
      <code>{from}</code> {URL.canParse(from) && why(new URL(from), isSecure)}
    </p>
  );
}

const Cell = ({ yes }: { yes: boolean | undefined }) => (
  <td class={yes === undefined ? '' : yes ? 'yes' : 'no'}>{yes === undefined ? '' : yes ? '✓ yes' : '✗ no'}</td>
);
