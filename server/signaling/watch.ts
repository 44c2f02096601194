import { randomBytes } from 'node:crypto';
import { limits } from '../../protocol/limits.ts';
import type { Hello } from '../../protocol/messages.ts';
import { type Refused, refuse } from '../../protocol/refusal.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { knock } from './knock.ts';
import { lobby, type Rooms } from './rooms.ts';
import { veil } from './veil.ts';

/** What a transport does for one who watches. */
export type Window = {
  address: string;
  /** Whether they sit at this very machine. */
  isHere: boolean;
  show(entries: Witnessed[]): void;
  /** How many characters were handed over that wait to be sent. */
  unread(): number;
  /** Calls back when more can be sent. */
  whenRead(go: () => void): void;
  drop(): void;
};

export type Watching = {
  /** Shows everything from the beginning, and then whatever happens. */
  start(): void;
  close(): void;
};

/** Opens a window on a room, for whoever has its password: they take no seat, and nobody is told. */
export function watch(rooms: Rooms, hello: Hello, window: Window): Watching | Refused {
  if (rooms.windows.size >= limits.watchers) return refuse({ reason: 'house-full' });
  const door = knock(rooms, hello, window.address);
  if ('reason' in door) return refuse(door);
  const { room, lock } = door;
  const id = randomBytes(9).toString('base64url');
  // The password of the lobby is everybody's: what strangers see of it has other names in it.
  const seen = room.name === lobby.name && !window.isHere ? veil : (entry: Witnessed) => entry;
  let [next, isWaiting, isStarted] = [0, false, false];
  let stop = () => {};

  /** As much as they read: who reads slowly costs a place in a list, and who reads too slowly is let go. */
  function look() {
    if (!isStarted || isWaiting) return;
    for (;;) {
      const { forgotten, entries } = room.lane;
      if (next < forgotten) return window.drop();
      if (next >= forgotten + entries.length) return;
      if (window.unread() > 0) return wait();
      const some = atOnce(entries, next - forgotten);
      next += some.length;
      window.show(some.map(seen));
    }
  }
  function wait() {
    isWaiting = true;
    window.whenRead(() => {
      isWaiting = false;
      look();
    });
  }

  const entered = door.enter({ at: rooms.now(), from: id, mail: id, ack: true, what: 'watched', lock }, () => {
    stop = room.watch(look);
    next = room.lane.forgotten;
    rooms.windows.add(id);
  });
  if (!entered.ok) return entered;
  return {
    start() {
      isStarted = true;
      // That nothing has happened is to be shown as well.
      if (room.lane.entries.length === 0) window.show([]);
      look();
    },
    close() {
      isStarted = false;
      rooms.windows.delete(id);
      stop();
    },
  };
}

/** The entries from there on that go into one message, and at least one. */
function atOnce(entries: readonly Witnessed[], from: number): Witnessed[] {
  let [to, characters] = [from, 0];
  while (to < entries.length && (to === from || characters < limits.shown)) characters += sizeOf(entries[to++]!);
  return entries.slice(from, to);
}

const sizeOf = ({ body }: Witnessed) => {
  const { description, answer, offer } = (body ?? {}) as Record<
    string,
    { sdp?: string; description?: { sdp?: string } }
  >;
  const texts = [description?.sdp, answer?.sdp, offer?.description?.sdp];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 300);
};
