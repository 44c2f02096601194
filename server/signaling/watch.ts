import { randomBytes } from 'node:crypto';
import { limits } from '../../protocol/limits.ts';
import type { Hello } from '../../protocol/messages.ts';
import { type Refused, refuse } from '../../protocol/refusal.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { knock } from './knock.ts';
import type { Rooms } from './rooms.ts';

/** What a transport does for one who watches. */
export type Window = {
  address: string;
  show(entries: Witnessed[]): void;
  unread(): number;
  drop(): void;
};

/** What somebody at this address may see of an entry of this room. */
export type Redact = (entry: Witnessed, room: string, address: string) => Witnessed;

/** Opens a window on a room, for whoever has its password: they take no seat, and nobody is told. */
export function watch(
  rooms: Rooms,
  hello: Hello,
  { address, show, unread, drop }: Window,
  redact: Redact = (entry) => entry,
): { close(): void } | Refused {
  const door = knock(rooms, hello, address);
  if ('reason' in door) return refuse(door);
  const { room, lock } = door;
  const id = randomBytes(9).toString('base64url');
  let close = () => {};
  const entered = door.enter({ at: rooms.now(), from: id, mail: id, ack: true, what: 'watched', lock }, () => {
    close = room.watch((entries) => {
      if (unread() > limits.unread) drop();
      else show(entries.map((entry) => redact(entry, room.name, address)));
    });
  });
  return entered.ok ? { close } : entered;
}
