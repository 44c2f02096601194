import { sayWaiting, waitingIn } from './held-letters.ts';
import type { Playing } from './playing.ts';

/** What the two say waits here, and goes on when whoever plays the server passes it on. */
export function ServerDesk({ playing: { desk, isHolding, passOn, hold } }: { playing: Playing }) {
  const waiting = waitingIn(desk.value ?? []);
  const [next] = waiting;
  return (
    <section class="server-desk" aria-labelledby="server-desk">
      <h2 id="server-desk">On your desk</h2>
      <p role="status">{sentence(isHolding.value, desk.value !== undefined, waiting.length)}</p>
      {waiting.length > 0 && (
        <ol>
          {waiting.map((one) => (
            <li key={one.upTo}>{sayWaiting(one)}</li>
          ))}
        </ol>
      )}
      <div class="line">
        {isHolding.value && (
          <button type="button" class="strong" aria-disabled={!next} onClick={() => next && passOn(next.upTo)}>
            {next ? `Pass on ${sayWaiting(next)}` : 'Pass on'}
          </button>
        )}
        <button type="button" onClick={() => hold(!isHolding.value)}>
          {isHolding.value ? 'Pass on everything from now' : 'Hold what comes from now'}
        </button>
      </div>
    </section>
  );
}

function sentence(isHolding: boolean, isConnected: boolean, count: number): string {
  if (!isHolding) return 'The server passes on by itself.';
  if (!isConnected) return 'You are not connected: until you are, the server passes on by itself.';
  if (count === 0) return 'Nothing waits. What the two say to each other by way of the server comes here first.';
  return 'They see that it waits for you. It goes on in the order in which it came.';
}
