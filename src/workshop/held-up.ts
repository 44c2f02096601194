import { type ReadonlySignal, signal } from '@preact/signals';
import type { Entry } from '../../protocol/entry.ts';
import { watchRunningLab } from './running-lab.ts';

/** Whether something of this page's, or for it, waits for whoever plays the server. */
export type HeldUp = { yours: boolean; forYou: boolean };

export const waits = ({ yours, forYou }: HeldUp) => yours || forYou;

const nothing: HeldUp = { yours: false, forYou: false };

/** Read off the trace of the lab that runs: the server tells it to the seats of a room. */
export function watchHeldUp(leaving: AbortSignal): ReadonlySignal<HeldUp> {
  const heldUp = signal(nothing);
  let watching = new AbortController();
  watchRunningLab((host) => {
    watching.abort();
    watching = new AbortController();
    const trace = host?.lab?.trace;
    heldUp.value = trace?.entries.reduce(heldUpAfter, nothing) ?? nothing;
    trace?.follow((entry) => {
      heldUp.value = heldUpAfter(heldUp.value, entry);
    }, watching.signal);
  }, leaving);
  leaving.addEventListener('abort', () => watching.abort());
  return heldUp;
}

/** Whoever comes back is told anew. */
export function heldUpAfter(before: HeldUp, { what, name, body }: Entry): HeldUp {
  if (what !== 'event') return before;
  if (name === 'connectionLost') return nothing;
  return name === 'heldUp' ? (body as HeldUp) : before;
}

/** To one of the two: what waits, and with whom. */
export function sayHeldUp({ yours, forYou }: HeldUp, who: string): string {
  const what = yours && forYou ? 'What you two said' : yours ? 'What you said' : 'Something for you';
  return `${what} waits with ${who}, the server.`;
}
