import { useSignal } from '@preact/signals';
import { blamedLine } from '../../sdp/blamed-line.ts';
import { readDescription } from '../../sdp/description.ts';
import { complaint } from '../../views/gist.ts';
import { Lines } from '../../views/sdp/lines.tsx';
import { samples, textOf } from './samples.ts';
import { tryOut } from './sdp.ts';

type Verdict = { said: string; isFine: boolean; blamed?: { number: number; said: string } };

/** Any description, from wherever: read line by line, and given to this browser as an offer. */
export function Other({ newPeer }: { newPeer(): RTCPeerConnection }) {
  const text = useSignal('');
  const verdict = useSignal<Verdict | undefined>(undefined);

  const read = (now: string) => {
    text.value = now;
    verdict.value = undefined;
  };

  async function ask() {
    const peer = newPeer();
    const asked = text.value;
    try {
      await tryOut(peer, asked);
      verdict.value = { said: 'This browser takes it as an offer.', isFine: true };
    } catch (error) {
      const line = blamedLine(readDescription(asked), error as Error);
      const said = complaint(error);
      verdict.value = { said, isFine: false, blamed: line && { number: line.number, said } };
    }
    peer.close();
  }

  return (
    <div class="other">
      <label>
        Take one of{' '}
        <select
          value=""
          onChange={async ({ currentTarget }) => {
            const sample = await textOf(currentTarget.value);
            if (sample) read(sample);
          }}
        >
          <option value="">…</option>
          {samples.map(({ title }) => (
            <option key={title}>{title}</option>
          ))}
        </select>
      </label>
      <label>
        Or paste one
        <textarea
          rows={5}
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => read(withLineEnds(currentTarget.value))}
        />
      </label>
      {text.value !== '' && (
        <>
          <div class="apply">
            <button type="button" class="strong" onClick={ask}>
              Give it to this browser
            </button>
          </div>
          <p role="status" aria-label="The browser’s verdict" data-fine={verdict.value?.isFine}>
            {verdict.value?.said}
          </p>
          <div class="picture">
            <Lines text={text.value} blamed={verdict.value?.blamed} />
          </div>
        </>
      )}
    </div>
  );
}

/** A text area knows one kind of line end; browsers send another. What was copied without its last one gets none. */
const withLineEnds = (text: string) => text.replaceAll(/\r?\n/g, '\r\n');
