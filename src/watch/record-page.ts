import { install } from '../trace/install.ts';
import { asGuest } from '../trace/recording/guest.ts';
import { listen, uncurried } from '../trace/recording/natives.ts';
import { createTrace } from '../trace/trace.ts';
import { channels, type Telling } from './telling.ts';

/**
 * Records this page for whoever watches at /watch/ in the same browser. What it takes of the page's surroundings it takes
 * now: the page may replace any of it.
 */
export function recordPage(page: typeof globalThis) {
  const clock = wallClock(Date.now);
  const id = `${clock()}-${Math.random()}`;
  const file = location.pathname.split('/').at(-1) || 'page';
  const trace = createTrace(clock);

  const told = new BroadcastChannel(channels.told);
  const post = uncurried(BroadcastChannel.prototype.postMessage);
  const tell = (telling: Pick<Telling, 'entries' | 'isOver'>) =>
    post(told, { page: id, file, ...telling } satisfies Telling);

  listen(new BroadcastChannel(channels.asked), 'message', () => {
    asGuest(() => tell({ entries: trace.entries }));
  });
  listen(page as unknown as EventTarget, 'pagehide', () => {
    asGuest(() => tell({ entries: [], isOver: true }));
  });
  trace.follow((entry) => tell({ entries: [entry] }), new AbortController().signal);

  install(page, id, { trace });
}

/** The server's kind of clock, so that what both noted at this machine can stand in one order; it never goes back. */
function wallClock(now: () => number) {
  let last = 0;
  return () => {
    const at = now();
    if (at > last) last = at;
    return last;
  };
}
