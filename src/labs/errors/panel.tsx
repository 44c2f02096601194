import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { Entry } from '../../../protocol/entry.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { Watched } from '../../views/pictures/use-entries.ts';
import type { LabContext } from '../lab.ts';
import { Lines } from './lines.tsx';
import '../refusal-card.css';
import './panel.css';
import { provocation, provocations, titleOf } from './provocations.ts';
import { said } from './said.ts';

/** What came of it: what the browser said, or that it said nothing. */
type Outcome = { slug: string; state: 'running' | 'silent' | 'refused'; said?: string };
type Drawn = Watched & { round: number };

export function mount(root: HTMLElement, { newPeer, trace, params, signal: leaving, light }: LabContext) {
  const chosen = signal(provocation(params.get('error') ?? '') ? params.get('error')! : 'answer-too-early');
  const outcome = signal<Outcome | undefined>(undefined);
  const drawn = signal<Drawn>(newRound(0));
  function newRound(round: number): Drawn {
    return { round, entries: [], follow: trace.follow };
  }
  trace.follow((entry) => {
    const entries = drawn.value.entries as Entry[];
    entries.push({ ...entry, seq: entries.length });
  }, leaving);

  async function provoke() {
    if (outcome.value?.state === 'running') return;
    const slug = chosen.value;
    outcome.value = { slug, state: 'running' };
    drawn.value = newRound(drawn.value.round + 1);
    const peers: RTCPeerConnection[] = [];
    const newPeerOfThis: typeof newPeer = (...asked) => {
      const peer = newPeer(...asked);
      peers.push(peer);
      return peer;
    };
    const told = await attempt(slug, newPeerOfThis);
    for (const peer of peers) peer.close();
    if (!leaving.aborted) outcome.value = told;
  }

  async function attempt(slug: string, newPeer: LabContext['newPeer']): Promise<Outcome> {
    try {
      const relay = slug === 'wrong-password' ? await someRelay() : '';
      const told = await provocation(slug)!({ newPeer, relay });
      return typeof told === 'string' ? { slug, state: 'refused', said: told } : { slug, state: 'silent' };
    } catch (error) {
      return { slug, state: 'refused', said: said(error) };
    }
  }

  render(<Panel {...{ chosen, outcome, drawn, light }} onProvoke={provoke} />, root);
  if (params.has('error')) void provoke();
  return () => render(null, root);
}

/** The server of this house refuses whoever takes it for a relay. */
async function someRelay() {
  const { standIn } = (await (await fetch('/api/ice')).json()) as { standIn?: string };
  return (standIn ?? 'stun:localhost').replace(/^stun:/, 'turn:');
}

type PanelProps = {
  chosen: Signal<string>;
  outcome: Signal<Outcome | undefined>;
  drawn: Signal<Drawn>;
  light: LabContext['light'];
  onProvoke(): void;
};

function Panel({ chosen, outcome, drawn, light, onProvoke }: PanelProps) {
  const { round } = drawn.value;
  return (
    <div class="errors-lab">
      <div class="controls">
        <label>
          <span>Error</span>
          <select value={chosen.value} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
            {provocations().map(({ about, each }) => (
              <optgroup key={about} label={about}>
                {Object.keys(each).map((slug) => (
                  <option key={slug} value={slug}>
                    {titleOf(slug)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button type="button" class="strong" onClick={onProvoke}>
          Provoke it
        </button>
      </div>
      <div role="status" aria-label="What the browser said">
        {outcome.value ? <Said outcome={outcome.value} /> : <p>Choose one, and read what your browser says.</p>}
      </div>
      {outcome.value && <Lines slug={outcome.value.slug} />}
      {round > 0 && <Inside key={round} trace={drawn.value} growing onPick={({ line }) => line && light(line)} />}
    </div>
  );
}

function Said({ outcome: { slug, state, said } }: { outcome: Outcome }) {
  if (state === 'running') return <p>{titleOf(slug)}: waiting for the browser …</p>;
  return (
    <div class="outcome refusal" data-slug={slug} data-state={state}>
      <p>
        <b>{titleOf(slug)}</b>
      </p>
      <p>{said ? <samp>{said}</samp> : 'This browser took it, and said nothing.'}</p>
      <p>
        <a href={`/errors/#${slug}`}>Cause and remedy</a>
      </p>
    </div>
  );
}
