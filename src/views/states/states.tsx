import { CopyText } from '../copy-text.tsx';
import '../picture.css';
import { Diagram } from './diagram.tsx';
import type { PeerStates, StatesView } from './fold.ts';
import { machineNames } from './machines.ts';
import type { Refused } from './refused.ts';
import './states.css';
import { statesText } from './text.ts';

/** The four machines of every peer connection. */
export function States({ view }: { view: StatesView }) {
  const peers = Object.values(view.peers);
  return (
    <section class="picture states" aria-label="States">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="scroll" tabIndex={0} aria-label="Peer connections">
        {peers.length === 0 && <p class="nothing">There is no peer connection yet.</p>}
        {peers.map((peer) => (
          <Peer key={`${peer.who} ${peer.on}`} peer={peer} />
        ))}
      </section>
      <footer class="foot">
        <p class="legend">
          <Mark isNow says="where it is" /> <Mark isNow={false} says="where it has been" />{' '}
          <Sample is="came" says="the way it came" /> <Sample is="next" says="where it may go" />{' '}
          <Sample is="other" says="other ways" />
        </p>
        <CopyText what="the states" lines={() => statesText(view)} />
      </footer>
    </section>
  );
}

function Peer({ peer: { who, on, ways, refused } }: { peer: PeerStates }) {
  return (
    <section class="peer" data-who={who} aria-label={`${who}, ${on}`}>
      <h3>
        <b>{who}</b> {on}
      </h3>
      <div class="machines">
        {machineNames.map((name) => ways[name] && <Diagram key={name} name={name} way={ways[name]} />)}
      </div>
      {refused && <RefusedCall refused={refused} />}
    </section>
  );
}

const RefusedCall = ({ refused: { call, state, said, why, instead } }: { refused: Refused }) => (
  <div class="refused">
    <p>
      <b>
        ✕ <code>{call}</code>
      </b>{' '}
      was refused in <code>{state}</code>: <q>{said}</q>
    </p>
    {why && (
      <p>
        {why} <b>Instead:</b> {instead}
      </p>
    )}
  </div>
);

const Mark = ({ isNow, says }: { isNow: boolean; says: string }) => (
  <span>
    <span class="sample" data-been="true" data-now={isNow} aria-hidden="true" /> {says}
  </span>
);

const Sample = ({ is, says }: { is: string; says: string }) => (
  <span>
    <svg class="arcs sample" viewBox="0 0 24 8" aria-hidden="true">
      <g data-role={is}>
        <path class="way" d="M1 4h16" />
        {is !== 'other' && <path class="tip" d="M16 0.8 22 4l-6 3.2z" />}
      </g>
    </svg>{' '}
    {says}
  </span>
);
