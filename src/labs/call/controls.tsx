import type { End } from './end.ts';
import type { Sending } from './sending.ts';

/** What can be done at each moment of a call, and nothing else. */
export function Controls({ end, sending }: { end: End; sending: Sending }) {
  const { phase, others, ringing } = end;
  const { microphone, picture } = sending.about;
  return (
    <div class="controls">
      {phase === 'free' &&
        others.map((other) => (
          <button key={other.seat} type="button" class="strong" onClick={() => end.ring(other)}>
            Call {other.name}
          </button>
        ))}
      {phase === 'ringing' && (
        <>
          <button type="button" class="strong" onClick={end.pickUp}>
            Answer {ringing!.from.name}
          </button>
          <button type="button" onClick={end.refuse}>
            Refuse
          </button>
        </>
      )}
      {(phase === 'calling' || phase === 'talking') && (
        <button type="button" class="strong" onClick={end.hangUp}>
          {phase === 'talking' ? 'Hang up' : 'Never mind'}
        </button>
      )}
      <button type="button" aria-pressed={!microphone} onClick={sending.toggleMicrophone}>
        Mute
      </button>
      <button type="button" aria-pressed={picture === 'none'} onClick={sending.toggleCamera}>
        Camera off
      </button>
      <button type="button" aria-pressed={picture === 'screen'} onClick={sending.toggleScreen}>
        Share the screen
      </button>
      {phase === 'talking' && (
        <button type="button" onClick={end.restart}>
          Look for a new way
        </button>
      )}
    </div>
  );
}
