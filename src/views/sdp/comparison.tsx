import { useMemo } from 'preact/hooks';
import { type ComparedSection, compare, type Outcome, type Said } from '../../sdp/compare.ts';
import { readDescription } from '../../sdp/description.ts';
import { count } from '../gist.ts';
import '../picture.css';
import './sdp.css';

/** Offer and answer side by side, section by section: what survived, and why. */
export function Comparison({ offer, answer }: { offer: string; answer: string }) {
  const sections = useMemo(() => compare(readDescription(offer), readDescription(answer)), [offer, answer]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section class="comparison scroll" tabIndex={0} aria-label="Offer and answer, section by section">
      {sections.map((section, index) => (
        <Compared key={index} section={section} />
      ))}
    </section>
  );
}

function Compared({ section: { mid, kind, verdict, said, codecs, extensions } }: { section: ComparedSection }) {
  return (
    <article>
      <h4>
        {kind} · mid {mid}
      </h4>
      <p class="verdict">{verdict}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Offer</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {said.map((each, index) => (
            <Side key={index} {...each} />
          ))}
        </tbody>
        <Outcomes what="codec" outcomes={codecs} />
        <Outcomes what="header extension" outcomes={extensions} />
      </table>
    </article>
  );
}

function Side({ offered, answered, why }: Said) {
  return (
    <tr>
      <td>{offered ? <code>{offered}</code> : '–'}</td>
      <td>
        {answered ? <code>{answered}</code> : '–'}
        {why && <span class="why">{why}</span>}
      </td>
    </tr>
  );
}

/** Those that share a reason stand together: the reason is read once. */
function Outcomes({ what, outcomes }: { what: string; outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null;
  const survived = outcomes.filter(({ survived }) => survived).length;
  return (
    <>
      <tbody>
        <tr>
          <th class="sum" colSpan={2} scope="colgroup">
            {survived} of {count(outcomes.length, what)} survived
          </th>
        </tr>
      </tbody>
      {[...Map.groupBy(outcomes, ({ why }) => why)].map(([why, alike]) => (
        <tbody key={why} data-survived={alike[0]!.survived}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              {alike[0]!.survived ? '✓' : '✕'} {why}
            </th>
          </tr>
          {alike.map(({ offered, answered }) => (
            <Side key={offered} offered={offered} {...(answered && { answered })} />
          ))}
        </tbody>
      ))}
    </>
  );
}
