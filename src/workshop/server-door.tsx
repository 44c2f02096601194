import { useEffect, useState } from 'preact/hooks';
import type { PairView } from '../../protocol/workshop/views.ts';
import type { LabHost } from '../labs/lab-host.ts';
import { sayPartner } from './words.ts';

type Props = { pair: PairView; room: string; host: LabHost };

const list = new Intl.ListFormat('en');

/** Who plays the server sees what the two say to each other by way of it, and passes it on, in the place of the lab. */
export function ServerDoor({ pair: { partners }, room, host }: Props) {
  const [isWatching, setWatching] = useState(false);
  useEffect(() => {
    if (!isWatching) return;
    const leaving = new AbortController();
    const stage = host.querySelector('.floor')!.appendChild(document.createElement('section'));
    stage.className = 'server-part';
    stage.setAttribute('aria-label', 'What passes the server');
    void import('./server-part.tsx').then(({ mountServerPart }) => {
      if (!leaving.signal.aborted) mountServerPart(stage, room, () => setWatching(false), leaving.signal);
    });
    return () => {
      leaving.abort();
      stage.remove();
    };
  }, [isWatching, room, host]);
  // Of two ways in, the one that is meant is the one that is seen first.
  useEffect(() => {
    const { classList } = host.querySelector('[data-part="start"]')!;
    classList.remove('strong');
    return () => classList.add('strong');
  }, [host]);
  return (
    <>
      <p>
        You are <b>the server</b>: {list.format(partners.map(sayPartner))}. What they say by way of it comes to you, and
        you pass it on. <i>Start</i> opens the lab for you alone.
      </p>
      <button type="button" class="strong" onClick={() => setWatching(true)}>
        Play the server
      </button>
    </>
  );
}
