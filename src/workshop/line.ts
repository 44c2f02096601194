import { io } from 'socket.io-client';
import type { Entry } from '../../protocol/entry.ts';
import type { ConsoleSight, LearnerSight, StageSight } from '../../protocol/workshop/changes.ts';
import type { Refusal, Reply } from '../../protocol/workshop/refusal.ts';
import type { Hello, RequestName } from '../../protocol/workshop.ts';

export type Welcome = {
  role: string;
  token?: string;
  console?: string;
  invitation?: string;
  nr: number;
  now: number;
  sight: ConsoleSight & LearnerSight & StageSight;
};

export type SpotlitPart = { spotlight: string; entries: readonly Entry[] };

type Ends<Change> = {
  /** How to introduce oneself this time. */
  hello(): Hello;
  welcome(welcome: Welcome): void;
  changed(change: Change): void;
  /** What a spotlit lab has recorded, from its beginning on: the server lets through nothing else. */
  entries?(part: SpotlitPart): void;
  lost(): void;
  /** The server cannot let anybody in just now, and is asked again. */
  waits?(sentence: string): void;
  /** Why the server can keep nothing new; nothing, when it can again. */
  unkept?(sentence: string): void;
  /** There is no coming back. */
  over(sentence: string, reason: Refusal['reason'] | undefined): void;
};

export type Line = { ask<Value>(name: RequestName, body: unknown): Promise<Reply<Value>>; close(): void };

const patienceMs = 10_000;

/** A connection to the class that comes back by itself, until somebody closes it or the server says no for good. */
export function openLine<Change>(ends: Ends<Change>): Line {
  const socket = io('/workshop', {
    auth: (say) => say(ends.hello()),
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
  });
  let seen = 0;

  socket.on('welcome', (welcome: Welcome) => {
    seen = welcome.nr;
    ends.welcome(welcome);
  });
  socket.on('changed', ({ after, nr, ...change }: { after: number; nr: number }) => {
    // Something is missing: whoever comes anew is shown everything.
    if (after > seen) return void socket.disconnect().connect();
    seen = nr;
    ends.changed(change as Change);
  });
  socket.on('entries', (part: SpotlitPart) => ends.entries?.(part));
  socket.on('unkept', ({ sentence = '' }: { sentence?: string }) => ends.unkept?.(sentence));
  socket.on('removed', ({ sentence }: { sentence: string }) => ends.over(sentence, 'removed'));
  socket.on('disconnect', () => ends.lost());
  socket.on('connect_error', ({ data, message }: Error & { data?: Refusal }) => {
    ends.lost();
    // A transport that failed is tried again by itself.
    if (socket.active) return;
    const waitMs = waitFor(data);
    if (waitMs === undefined) ends.over(message, data?.reason);
    else {
      if (data) ends.waits?.(message);
      setTimeout(() => socket.connect(), waitMs);
    }
  });
  // A connection from before may look alive for a while, to a browser that has changed networks.
  const renew = () => socket.io.engine?.close();
  addEventListener('online', renew);

  return {
    ask: (name, body) => socket.timeout(patienceMs).emitWithAck(name, body),
    close() {
      removeEventListener('online', renew);
      socket.close();
    },
  };
}

/** How long to wait before asking again; undefined where the answer would be the same. */
function waitFor(refusal: Refusal | undefined): number | undefined {
  if (!refusal) return 1_000;
  if (refusal.reason === 'busy-door' || refusal.reason === 'too-fast') return refusal.waitMs;
  return refusal.reason === 'cannot-keep' || refusal.reason === 'server-error' ? 5_000 : undefined;
}
