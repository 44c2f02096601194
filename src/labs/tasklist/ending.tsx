import { useEffect, useState } from 'preact/hooks';
import { type ChosenPair, chosenPair } from './chosen-pair.ts';
import type { Desk } from './desk.ts';

/** What it has come to: how they are connected, what can be kept of it, and where to go from here. */
export function Ending({ desk }: { desk: Desk }) {
  const [pair, setPair] = useState<ChosenPair>();
  const isOver = desk.then.value.is === 'connected';
  const { calls } = desk.attempt.value;
  useEffect(() => {
    if (!isOver) return;
    const peer = (calls.alice ?? calls.bob)?.peer;
    if (peer) chosenPair(peer).then(setPair);
  }, [isOver, calls]);
  if (!isOver) return null;
  return (
    <section class="ending" aria-label="The end">
      <p>{pair ? `The way they chose: ${pair.local} to ${pair.remote}, ${howOf(pair)}.` : ''}</p>
      <p>
        <b>What next?</b> Open an act and look at its lines: each says what it took. Look inside, and go back to any
        moment. Or try another order, and read what the browser says to it.
      </p>
      <p>
        <b>To keep:</b> <i>Look inside</i> exports all that was recorded. <a href="/replay/">Replay</a> opens it again,
        with no connection.
      </p>
      <p class="ways">
        <button type="button" onClick={() => desk.startOver()}>
          Start over
        </button>
      </p>
    </section>
  );
}

const howOf = ({ local, remote }: ChosenPair) =>
  [local, remote].includes('relay') ? 'through a relay' : 'directly, from browser to browser';
