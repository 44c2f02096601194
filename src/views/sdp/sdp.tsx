import { useId, useState } from 'preact/hooks';
import { CopyText } from '../copy-text.tsx';
import { count } from '../gist.ts';
import '../picture.css';
import { Comparison } from './comparison.tsx';
import { newest, pairOf, type SdpView, toldAt } from './fold.ts';
import { Lines } from './lines.tsx';
import './sdp.css';
import { nameOf, sdpText } from './text.ts';

/** Every description of a call: line by line, or held against the one that it answers or that answers it. */
export function Sdp({ view }: { view: SdpView }) {
  const [chosen, setChosen] = useState(0);
  const [side, setSide] = useState(false);
  const choice = useId();
  const told = newest(view);
  // Whoever looks back to a moment at which theirs was not yet there sees the newest of then.
  const shown = toldAt(view, chosen) ?? told.at(-1);
  const pair = shown && pairOf(view, shown);
  return (
    <section class="picture sdp" aria-label="Session descriptions" data-who={shown?.who}>
      {shown ? (
        <>
          <header>
            <label>
              Description{' '}
              <select value={shown.number} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
                {told.map((each) => (
                  <option key={each.number} value={each.number}>
                    {nameOf(each)}
                  </option>
                ))}
              </select>
            </label>
            {pair && (
              <fieldset class="segments">
                <legend class="only-spoken">How it is shown</legend>
                {['Line by line', 'Offer and answer'].map((way, index) => (
                  <label key={way}>
                    <input
                      type="radio"
                      name={choice}
                      checked={side === (index === 1)}
                      onChange={() => setSide(index === 1)}
                    />
                    {way}
                  </label>
                ))}
              </fieldset>
            )}
          </header>
          {pair && side ? (
            <Comparison offer={pair.offer.text} answer={pair.answer.text} />
          ) : (
            <Lines key={shown.number} text={shown.text} />
          )}
        </>
      ) : (
        <p class="nothing">No description yet.</p>
      )}
      <footer class="foot">
        <span class="count">{count(view.told.size, 'description')}</span>
        <CopyText what="the descriptions" lines={() => sdpText(view)} />
      </footer>
    </section>
  );
}
