import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { WhatWasTold } from '../watch/watch.tsx';
import { openWatching, type Watching } from '../watch/watching.ts';
import { openPlaying, type Playing } from './playing.ts';
import { ServerDesk } from './server-desk.tsx';

/** A pair's room from the server's side: what waits to be passed on, and all that was said, until somebody has seen enough. */
export function mountServerPart(stage: HTMLElement, room: string, close: () => void, leaving: AbortSignal) {
  const watching = openWatching({ room }, leaving);
  const playing = openPlaying(room, leaving);
  render(<ServerPart watching={watching} playing={playing} close={close} />, stage);
  leaving.addEventListener('abort', () => render(null, stage));
}

const standings = {
  connecting: 'Asking the server …',
  watching: 'Live, and from the beginning. What is sent from browser to browser does not pass here.',
  lost: 'The server is gone. What it said stays here, and goes on as soon as it is back.',
  unreachable: 'No signaling server answers here. It goes on once one does.',
  refused: 'The server does not show this room.',
} as const;

function ServerPart({ watching, playing, close }: { watching: Watching; playing: Playing; close(): void }) {
  const { what } = watching.standing.value;
  const stop = useRef<HTMLButtonElement>(null);
  // The button that was pressed is hidden now.
  useEffect(() => stop.current?.focus(), []);
  return (
    <div class="watch-stage">
      <div class="line">
        <p class="standing" role="status" data-standing={what}>
          {standings[what]}
        </p>
        <button type="button" ref={stop} onClick={close}>
          Leave it to the server
        </button>
      </div>
      <ServerDesk playing={playing} />
      {watching.told.value.length === 0 ? (
        <p class="empty">Neither of the two has started yet.</p>
      ) : (
        <WhatWasTold watching={watching} />
      )}
    </div>
  );
}
