import { signal } from '@preact/signals';
import type { Refused } from '../../protocol/refusal.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Becoming, Place } from '../carriers/carrier.ts';
import { untilNextTry } from '../carriers/redial.ts';
import { socketIo } from '../carriers/socket-io.ts';
import { hearPages } from './hear-pages.ts';
import type { PageLanes } from './page-lanes.ts';
import { serverClock } from './server-clock.ts';

/** How it stands with the connection to the server. */
export type Standing = { what: 'connecting' | 'watching' | 'lost' | 'unreachable' } | { what: 'refused'; why: Refused };

export type Watching = ReturnType<typeof openWatching>;

/** Watches a room and the recorded pages of this browser until the signal aborts, and keeps what was seen. */
export function openWatching(place: Place, leaving: AbortSignal) {
  const standing = signal<Standing>({ what: 'connecting' });
  const told = signal<readonly Witnessed[]>([]);
  const pages = signal<PageLanes>(new Map());
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
    }, togetherMs);
  }

  const named = (page: string, name: string) => {
    pages.value = new Map([...pages.value, [page, name]]);
  };
  hearPages(see, named, leaving);

  const become = (became: Becoming) => {
    if (became.what === 'turnedAway') standing.value = { what: 'refused', why: became.why };
    else standing.value = { what: became.what === 'connectionLost' ? 'lost' : 'watching' };
  };
  async function watch() {
    for (let tries = 1; !leaving.aborted; tries++) {
      const reply = await serverClock(leaving)
        .then((ahead) => socketIo().watch(place, (entries) => see(inOurTime(entries, ahead)), leaving, become))
        .catch(() => undefined);
      if (leaving.aborted) return;
      if (reply) {
        standing.value = reply.ok ? { what: 'watching' } : { what: 'refused', why: reply };
        return;
      }
      standing.value = { what: 'unreachable' };
      await untilNextTry(tries, leaving);
    }
  }
  void watch();

  return { place, standing, told, pages, see };
}

const inOurTime = (entries: Witnessed[], ahead: number) => entries.map((entry) => ({ ...entry, at: entry.at + ahead }));

/** As much as a page can draw. What is older is gone from here, as it will be from the server. */
const most = 10_000;

/** What comes within this time is taken in at once: candidates come in dozens, and a page's news before the server's. */
const togetherMs = 50;
