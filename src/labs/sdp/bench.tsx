import { type Signal, useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { blamedLine } from '../../sdp/blamed-line.ts';
import { readDescription } from '../../sdp/description.ts';
import { Comparison } from '../../views/sdp/comparison.tsx';
import type { Attempt, Facts, Made, Where, Which } from './attempt.ts';
import { Editor } from './editor.tsx';
import { type Edits, noEdits } from './edits.ts';
import { Other } from './other.tsx';
import { Outcome } from './outcome.tsx';
import { suggestions } from './suggestions.ts';

type Props = {
  made: Signal<Made>;
  edits: Signal<Record<Which, Edits>>;
  where: Signal<Where>;
  usual: Signal<Facts>;
  newest: Signal<{ done: Attempt; facts: Facts } | undefined>;
  newPeer(): RTCPeerConnection;
  onCall(): void;
};

const sheets = { offer: 'Offer', answer: 'Answer', both: 'Side by side', other: 'Any other' } as const;
type Sheet = keyof typeof sheets;

const places: Record<Where, string> = { way: 'on its way to the other', own: 'before it is set by whoever made it' };

/** What the learner works at: the descriptions, what is changed in them, and what came of it. */
export function Workbench({ made, edits, where, usual, newest, newPeer, onCall }: Props) {
  const sheet = useSignal<Sheet>('offer');
  const choice = useId();
  const changes = edits.value.offer.size + edits.value.answer.size;
  const { refused, heard } = newest.value?.done ?? {};

  const setEdits = (which: Which, now: Edits) => {
    edits.value = { ...edits.value, [which]: now };
  };
  const undo = () => {
    edits.value = { offer: noEdits, answer: noEdits };
    onCall();
  };

  function suggest(index: number) {
    const offer = readDescription(made.value.offer ?? '');
    edits.value = { offer: suggestions[index]!.edits(offer), answer: noEdits };
    sheet.value = 'offer';
    onCall();
  }

  const blamed = useMemo(() => {
    if (!refused) return undefined;
    const line = blamedLine(readDescription(refused.text), refused.error);
    return line && { which: refused.which, number: line.number, said: refused.error.message };
  }, [refused]);

  return (
    <>
      <fieldset class="segments">
        <legend class="only-spoken">What to look at</legend>
        {Object.entries(sheets).map(([key, title]) => (
          <label key={key}>
            <input
              type="radio"
              name={choice}
              checked={sheet.value === key}
              onChange={() => (sheet.value = key as Sheet)}
            />
            {title}
          </label>
        ))}
      </fieldset>
      {(sheet.value === 'offer' || sheet.value === 'answer') && (
        <Editor
          key={sheet.value}
          which={sheet.value}
          text={made.value[sheet.value]}
          edits={edits.value[sheet.value]}
          blamed={blamed?.which === sheet.value ? blamed : undefined}
          onEdit={(now) => setEdits(sheet.value as Which, now)}
        />
      )}
      {sheet.value === 'both' && (
        <div class="picture">
          {heard?.offer && heard.answer ? (
            <Comparison offer={heard.offer} answer={heard.answer} />
          ) : (
            <p class="nothing">There is no answer to this offer.</p>
          )}
        </div>
      )}
      {sheet.value === 'other' ? (
        <Other newPeer={newPeer} />
      ) : (
        <>
          <div class="apply">
            <label>
              Change it{' '}
              <select
                value={where.value}
                onChange={({ currentTarget }) => (where.value = currentTarget.value as Where)}
              >
                {Object.entries(places).map(([key, place]) => (
                  <option key={key} value={key}>
                    {place}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" class="strong" onClick={onCall}>
              {changes ? `Call with ${changes === 1 ? 'this change' : `these ${changes} changes`}` : 'Call again'}
            </button>
            {changes > 0 && (
              <button type="button" onClick={undo}>
                Undo all
              </button>
            )}
          </div>
          <Outcome usual={usual.value} facts={newest.value?.facts ?? []} refused={refused} isUsual={changes === 0} />
          <details class="suggestions">
            <summary>Changes to try</summary>
            <ul>
              {suggestions.map(({ title, asks }, index) => (
                <li key={title}>
                  <button type="button" onClick={() => suggest(index)}>
                    {title}
                  </button>{' '}
                  {asks}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </>
  );
}
