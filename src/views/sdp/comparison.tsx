import { useMemo } from 'preact/hooks';
import { type ComparedSection, compare, type Outcome } from '../../sdp/compare.ts';
import { readDescription } from '../../sdp/description.ts';
import { count } from '../gist.ts';
import '../picture.css';
import './sdp.css';

/** Offer and answer, section by section: what survived, and why. */
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

function Compared({ section: { mid, kind, verdict, codecs, extensions } }: { section: ComparedSection }) {
  return (
    <article>
      <h4>
        {kind} · mid {mid}
      </h4>
      <p class="verdict">{verdict}</p>
      <Outcomes what="codec" outcomes={codecs} />
      <Outcomes what="header extension" outcomes={extensions} />
    </article>
  );
}

/** Those that share a reason stand together: the reason is read once. */
function Outcomes({ what, outcomes }: { what: string; outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null;
  const survived = outcomes.filter(({ survived }) => survived).length;
  return (
    <>
      <h5>
        {survived} of {count(outcomes.length, what)} survived
      </h5>
      <dl>
        {[...Map.groupBy(outcomes, ({ why }) => why)].map(([why, alike]) => (
          <div key={why} data-survived={alike[0]!.survived}>
            <dt>
              {alike.map(({ what }) => (
                <code key={what}>{what}</code>
              ))}
            </dt>
            <dd>
              {alike[0]!.survived ? '✓' : '✕'} {why}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
