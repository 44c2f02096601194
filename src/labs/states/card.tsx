import { useId, useState } from 'preact/hooks';
import type { Foretold, Situation } from './foretell.ts';
import type { Name, Outcome } from './outcome.ts';
import type { CallName } from './states.ts';
import { atLength, briefly, written } from './words.ts';

const rows: readonly (readonly [CallName, CallName?])[] = [
  ['createOffer', 'createAnswer'],
  ['local offer', 'remote offer'],
  ['local pranswer', 'remote pranswer'],
  ['local answer', 'remote answer'],
  ['local rollback', 'remote rollback'],
  ['addIceCandidate', 'restartIce'],
  ['close'],
];

type Props = {
  who: Name;
  situation: Situation;
  stream: MediaStream | undefined;
  foretell(call: CallName): Foretold;
  outcome: Outcome | undefined;
  onPress(call: CallName): void;
};

/** One peer: where it is, what can be called, and what became of the last call. */
export function PeerCard({ who, situation, stream, foretell, outcome, onPress }: Props) {
  const [looked, setLooked] = useState<CallName>();
  const { state, theirs } = situation;
  const name = who === 'alice' ? 'Alice' : 'Bob';
  const button = (call: CallName) => (
    <CallButton
      key={call}
      call={call}
      foretold={foretell(call)}
      waiting={theirs.candidates}
      onPress={() => onPress(call)}
      onLook={() => setLooked(call)}
    />
  );
  return (
    <section class="card" data-who={who} aria-label={name}>
      <header>
        <b>{name}</b>
        <output aria-label={`${name}’s signalingState`}>{state}</output>
        <Face stream={stream} of={theirs.name} by={name} />
      </header>
      <div class="calls">
        {rows.map(([left, right], index) => (
          <>
            {index === 1 && <code>setLocalDescription</code>}
            {index === 1 && <code>setRemoteDescription</code>}
            {button(left)}
            {right && button(right)}
          </>
        ))}
      </div>
      <div class="outcome" role="status" aria-label={`What became of ${name}’s call`}>
        {outcome && <Told outcome={outcome} />}
      </div>
      {/* For the eye: whoever listens hears it as the description of the button. */}
      <p class="hint" aria-hidden="true">
        {looked ? (
          <>
            <code>{written(looked)}</code> {atLength(foretell(looked))}
          </>
        ) : (
          'Rest on a button to read what it would do, and why.'
        )}
      </p>
    </section>
  );
}

type CallButtonProps = { call: CallName; foretold: Foretold; waiting: number; onPress(): void; onLook(): void };

function CallButton({ call, foretold, waiting, onPress, onLook }: CallButtonProps) {
  const description = useId();
  const brief = briefly(call, foretold, waiting);
  const [side, type] = written(call).split(/[()]/);
  const kind = 'missing' in foretold ? 'missing' : 'error' in foretold ? 'refused' : 'allowed';
  return (
    <button
      type="button"
      data-call={call}
      data-foretold={kind}
      // What is heard holds what is seen, word for word.
      aria-label={`${type ? `${side} ${type}` : written(call)} ${brief}`}
      aria-describedby={description}
      aria-disabled={kind === 'missing'}
      onClick={onPress}
      onFocus={onLook}
      onPointerEnter={onLook}
    >
      <code>{type || written(call)}</code> <small>{brief}</small>
      <span id={description} hidden>
        {atLength(foretold)}
      </span>
    </button>
  );
}

function Face({ stream, of, by }: { stream: MediaStream | undefined; of: string; by: string }) {
  return (
    <video
      ref={(video) => {
        if (video && video.srcObject !== (stream ?? null)) video.srcObject = stream ?? null;
      }}
      autoplay
      playsInline
      muted
      tabIndex={-1}
      aria-label={`${of}, as ${by} sees them`}
    />
  );
}

function Told({ outcome: { nr, call, in: before, foretold, led, said } }: { outcome: Outcome }) {
  const expected = 'error' in foretold ? foretold.error : 'state' in foretold ? foretold.state : '';
  return (
    <div data-press={nr} data-went={said === undefined ? 'through' : 'refused'}>
      <p>
        <b>
          {said ? '✕' : '✓'} <code>{written(call)}</code>
        </b>{' '}
        {said ? (
          <>
            was refused in <code>{before}</code>: <q>{said}</q>
          </>
        ) : (
          <>
            went through: <code>{led === before ? `still ${led}` : `${before} → ${led}`}</code>
          </>
        )}
      </p>
      {'error' in foretold && said && (
        <p>
          {foretold.why} <b>Instead:</b> {foretold.instead}
        </p>
      )}
      {led !== expected && (
        <p>
          <b>Not as foretold.</b> The tables know browsers as they were, and say {expected}. Yours is another one.
        </p>
      )}
    </div>
  );
}
