import { useLayoutEffect, useRef } from 'preact/hooks';
import type { End } from './end.ts';
import type { Sending } from './sending.ts';

/** What can be done at each moment of a call, and nothing else. */
export function Controls({ end, sending }: { end: End; sending: Sending }) {
  const { phase, others, ringing } = end;
  const { microphone, picture } = sending.about;
  const place = useRef<HTMLDivElement>(null);
  const hit = useRef<EventTarget | null>(null);
  const hadFocus = place.current?.contains(document.activeElement);
  // The button that was pressed may be gone: whoever came by keyboard is taken to the one that stands there now.
  useLayoutEffect(() => {
    if (hadFocus && !place.current!.contains(document.activeElement)) place.current!.querySelector('button')!.focus();
  });
  // The second click of a double click is not meant for the button that has taken the place of the first one's.
  const once = (event: MouseEvent) => {
    if (event.detail > 1 && event.target !== hit.current) event.stopPropagation();
    else hit.current = event.target;
  };
  return (
    <div class="controls" ref={place} onClickCapture={once}>
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
          <button type="button" data-always onClick={end.refuse}>
            Refuse
          </button>
        </>
      )}
      {(phase === 'calling' || phase === 'talking' || phase === 'waiting') && (
        <button type="button" class="strong" data-always onClick={end.hangUp}>
          {phase === 'calling' ? 'Never mind' : 'Hang up'}
        </button>
      )}
      <button type="button" aria-pressed={!microphone} data-always onClick={sending.toggleMicrophone}>
        Mute
      </button>
      <button type="button" aria-pressed={picture === 'none'} data-always onClick={sending.toggleCamera}>
        Camera off
      </button>
      {sending.canShare && (
        <button
          type="button"
          aria-pressed={picture === 'screen'}
          data-always={picture === 'screen'}
          onClick={sending.toggleScreen}
        >
          Share the screen
        </button>
      )}
      {phase === 'talking' && (
        <button type="button" onClick={end.restart}>
          Look for a new way
        </button>
      )}
    </div>
  );
}
