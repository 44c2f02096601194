import { type ReadonlySignal, signal } from '@preact/signals';
import type { Entry } from '../../protocol/entry.ts';
import { watchRunningLab } from './running-lab.ts';

/** Whether something of this page's, or for it, waits for whoever plays the server. */
export type HeldUp = { yours: boolean; forYou: boolean };

export const waits = ({ yours, forYou }: HeldUp) => yours || forYou;

const nothing: HeldUp = { yours: false, forYou: false };

/** Read off the trace of the lab that runs: the server tells it to the seats of a room. */
export function watchHeldUp(plays: () => string | undefined, leaving: AbortSignal): ReadonlySignal<HeldUp> {
  const heldUp = signal(nothing);
  let watching = new AbortController();
  watchRunningLab((host) => {
    watching.abort();
    watching = new AbortController();
    const trace = host?.lab?.trace;
    heldUp.value = trace?.entries.reduce((before, entry) => heldUpAfter(before, entry, plays()), nothing) ?? nothing;
    trace?.follow((entry) => {
      heldUp.value = heldUpAfter(heldUp.value, entry, plays());
    }, watching.signal);
  }, leaving);
  leaving.addEventListener('abort', () => watching.abort());
  return heldUp;
}

/** Two pages tell each other their traces: only one's own counts. Whoever comes back is told anew. */
export function heldUpAfter(before: HeldUp, { who, what, name, body }: Entry, me: string | undefined): HeldUp {
  if (what !== 'event' || who !== me) return before;
  if (name === 'connectionLost') return nothing;
  return name === 'heldUp' ? (body as HeldUp) : before;
}

/** To one of the two: what waits, and with whom. */
export function sayHeldUp({ yours, forYou }: HeldUp, who: string): string {
  const what = yours && forYou ? 'What you two said' : yours ? 'What you said' : 'Something for you';
  return `${what} waits with ${who}, the server.`;
}
