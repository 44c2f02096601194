import { randomBytes } from 'node:crypto';
import { deskView } from '../../protocol/keeping.ts';
import { limits } from '../../protocol/limits.ts';
import { type DeskView, type Hello, passedOn } from '../../protocol/messages.ts';
import { read } from '../../protocol/read.ts';
import { type Refused, refuse } from '../../protocol/refusal.ts';
import { tokenBucket } from '../token-bucket.ts';
import { knock } from './knock.ts';
import { lobby, type Rooms } from './rooms.ts';
import type { Answer } from './session.ts';

/** What a transport does for one who plays the server. */
export type Counter = {
  address: string;
  show(desk: DeskView): void;
  /** How many characters were handed over that wait to be sent. */
  unread(): number;
  drop(): void;
};

export type Keeping = {
  /** Shows what waits, and then again whenever something else does. */
  start(): void;
  passOn(said: unknown, answer: Answer): void;
  /** The connection is gone: what waited goes on. */
  lost(): void;
};

/** Lets somebody play the server of a room whose password they have: they take no seat. */
export function keep(rooms: Rooms, hello: Hello, counter: Counter): Keeping | Refused {
  // What everybody may enter nobody may hold up.
  if (hello.room === lobby.name) return refuse({ reason: 'no-desk' });
  if (rooms.windows.size >= limits.watchers) return refuse({ reason: 'house-full' });
  const door = knock(rooms, hello, counter.address);
  if ('reason' in door) return refuse(door);
  const { room, lock } = door;
  const id = randomBytes(9).toString('base64url');
  const bucket = tokenBucket(limits.messages, rooms.now);
  let sent = 0;
  const fact = () => ({ at: rooms.now(), from: id, mail: `${id}.${++sent}`, ack: true });
  let [isStarted, isLost] = [false, false];
  let shown: string | undefined;

  function look() {
    if (!isStarted || isLost) return;
    const desk = deskView(room.state);
    const said = JSON.stringify(desk);
    if (said === shown) return;
    shown = said;
    if (counter.unread() > limits.unread) counter.drop();
    else counter.show(desk);
  }

  let unfollow = () => {};
  const entered = door.enter({ ...fact(), what: 'keeperCame', lock }, () => {
    unfollow = room.follow(look);
    rooms.windows.add(id);
  });
  if (!entered.ok) return entered;
  return {
    start() {
      isStarted = true;
      look();
    },
    passOn(said, answer) {
      const waitMs = bucket.take();
      if (bucket.isOverdrawn()) return counter.drop();
      if (waitMs > 0) return answer(refuse({ reason: 'too-fast', waitMs }));
      const body = read(passedOn, said, 'passOn');
      if ('reason' in body) return answer(refuse(body));
      room.take({ ...fact(), what: 'passedOn', ...body.read }, answer);
    },
    lost() {
      if (isLost) return;
      isLost = true;
      unfollow();
      rooms.windows.delete(id);
      room.take({ ...fact(), what: 'keeperWent' });
    },
  };
}
