import type { Entry } from '../../protocol/entry.ts';
import type { Reply } from '../../protocol/workshop/refusal.ts';
import type { Trace } from '../trace/trace.ts';
import { parcel, roomFor } from './parcel.ts';

export type Shining = ReturnType<typeof shine>;

/** How long entries are collected before they are told: candidates come in dozens. */
const paceMs = 250;

/** Tells a trace from its beginning on, and then as it grows, without what a projector must not show. */
export function shine(trace: Trace, tell: (entries: readonly Entry[]) => Promise<Reply>) {
  const over = new AbortController();
  const room = roomFor();
  let seen = 0;
  let hide: ((entries: readonly Entry[]) => Entry[]) | undefined;
  let [said, isConnected, isBusy] = [0, false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;

  // It weighs something, and few are ever spotlit.
  void import('../trace/redact.ts').then(({ liveRedaction }) => {
    hide = liveRedaction();
    later();
  });
  trace.follow(later, over.signal);

  function later() {
    if (!over.signal.aborted) timer ??= setTimeout(sayMore, paceMs);
  }
  function next() {
    const fresh = hide?.(trace.entries.slice(seen)) ?? [];
    seen += fresh.length;
    fresh.forEach(room.put);
    return parcel(room.kept, said);
  }
  async function sayMore() {
    timer = undefined;
    const entries = isConnected && !isBusy ? next() : [];
    if (entries.length === 0) return;
    isBusy = true;
    try {
      const reply = await tell(entries);
      if (reply.ok) said += entries.length;
      else if (reply.refusal.reason === 'no-spotlight') over.abort();
    } catch {
      // It is told again: what came twice is shown once.
    }
    isBusy = false;
    later();
  }

  return {
    /** A server that was gone may have forgotten what it was told. */
    go(isThere: boolean) {
      if (isThere === isConnected) return;
      isConnected = isThere;
      said = 0;
      if (isThere) later();
    },
    /** At once, because the page may be about to go. */
    sayTheRest() {
      for (let rest = next(); isConnected && rest.length > 0; rest = next()) {
        void tell(rest).catch(() => {});
        said += rest.length;
      }
    },
    end() {
      over.abort();
      clearTimeout(timer);
    },
  };
}
