import { signal } from '@preact/signals';
import type { Refused } from '../../protocol/refusal.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Place } from '../carriers/carrier.ts';
import { socketIo } from '../carriers/socket-io.ts';

/** How it stands with the connection to the server. */
export type Standing = { what: 'connecting' | 'watching' | 'lost' | 'unreachable' } | { what: 'refused'; why: Refused };

export type Watching = ReturnType<typeof openWatching>;

/** Watches a room until the signal aborts, and keeps what was seen. */
export function openWatching(place: Place, leaving: AbortSignal) {
  const standing = signal<Standing>({ what: 'connecting' });
  const told = signal<readonly Witnessed[]>([]);
  // What comes within a frame is taken in at once: candidates come in dozens.
  let arrived: Witnessed[] = [];
  let isWaiting = false;
  function see(entries: Witnessed[]) {
    arrived = arrived.concat(entries);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      const all = [...told.value, ...arrived];
      // Much at once, and then not for long: without its beginning everything is drawn anew.
      told.value = all.length > most ? all.slice(-most / 2) : all;
      arrived = [];
    });
  }

  socketIo()
    .watch(place, see, leaving, (became) => {
      if (became.what === 'turnedAway') standing.value = { what: 'refused', why: became.why };
      else standing.value = { what: became.what === 'connectionLost' ? 'lost' : 'watching' };
    })
    .then(
      (reply) => {
        standing.value = reply.ok ? { what: 'watching' } : { what: 'refused', why: reply };
      },
      () => {
        if (!leaving.aborted) standing.value = { what: 'unreachable' };
      },
    );

  return { place, standing, told, see };
}

/** As much as a page can draw. What is older is gone from here, as it will be from the server. */
const most = 10_000;
