import type { Reply } from '../../protocol/refusal.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Becoming, Place } from './carrier.ts';
import type { Transport } from './line.ts';
import { passes, untilNextTry } from './redial.ts';

type See = (entries: Witnessed[]) => void;
type Become = (what: Becoming) => void;

/** Watches a room over connections that come and go, and shows every entry once. */
export async function keepWatching(
  watch: Transport['watch'],
  { room, password = '' }: Place,
  see: See,
  signal: AbortSignal,
  become: Become = () => {},
): Promise<Reply<undefined>> {
  const hello = { room, password, name: '', watch: true };
  // A server that was restarted numbers anew, but not at the same moment.
  const seen = new Set<string>();
  const seeNew = (entries: Witnessed[]) => {
    const unseen = entries.filter(({ id, at }) => !seen.has(`${id} ${at}`));
    for (const { id, at } of unseen) seen.add(`${id} ${at}`);
    if (unseen.length > 0) see(unseen);
  };

  async function connect(): Promise<Reply<undefined>> {
    let isWatching = false;
    const lost = () => {
      // Whoever was never let in has nothing to come back to.
      if (!isWatching || signal.aborted) return;
      isWatching = false;
      become({ what: 'connectionLost' });
      void again();
    };
    const reply = await watch(hello, seeNew, { lost }, signal);
    isWatching = reply.ok;
    return reply;
  }

  async function again() {
    for (let tries = 0; ; tries++) {
      await untilNextTry(tries, signal);
      if (signal.aborted) return;
      const reply = await connect().catch(() => undefined);
      if (reply?.ok) return become({ what: 'connectionBack' });
      if (reply && !passes(reply)) return become({ what: 'turnedAway', why: reply });
    }
  }
  return connect();
}
