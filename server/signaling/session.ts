import { randomBytes } from 'node:crypto';
import { inputFor } from '../../protocol/input-for.ts';
import { limits } from '../../protocol/limits.ts';
import type { Hello, NumberedNews, Request, Welcome } from '../../protocol/messages.ts';
import { cleanName } from '../../protocol/names.ts';
import { type Refusal, type Refused, type Reply, refuse } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import { tokenBucket } from '../token-bucket.ts';
import { knock } from './knock.ts';
import type { LiveRoom } from './live-room.ts';
import type { Rooms } from './rooms.ts';
import { readSeat, signSeat } from './seat-token.ts';

/** What a transport does for one connection; nothing in here knows which transport that is. */
export type Wire = {
  address: string;
  tell(news: NumberedNews): void;
  /** How many characters were handed over that nobody has read yet. */
  unread(): number;
  /** Ends the connection, with whatever was not read. */
  drop(): void;
};

export type Answer = (reply: Reply<Granted>) => void;

/** One connection of somebody who sits in a room. */
export type Session = {
  welcome: Welcome;
  /** For those who want to come back. It replaces the one before, which is good until this one is used. */
  token: string | undefined;
  /** Whatever is asked is answered; `ack` says whether the client wants to hear it. */
  ask(request: Request, ack: boolean, answer: Answer): void;
  /** What could not be read is answered too, and watchers see it. */
  misread(message: string, refusal: Refusal, ack: boolean, answer: Answer): void;
  /** The connection is gone. */
  lost(): void;
};

/** Gives whoever introduces themselves a seat, or the seat back that they had. */
export function enter(rooms: Rooms, hello: Hello, wire: Wire): { session: Session } | Refused {
  const door = knock(rooms, hello, wire.address);
  if ('reason' in door) return refuse(door);
  const { room, lock } = door;
  const claim = claimOf(rooms.key, room, hello);
  const from = claim?.seat ?? newId();
  if (!room.state.seats.has(from) && !rooms.hasSeat()) return refuse({ reason: 'house-full' });
  const connection = newId();
  let sent = 0;
  const fact = (ack: boolean, mail = `${connection}.${++sent}`) => ({ at: rooms.now(), from, mail, ack });

  let isDeaf = false;
  let isLost = false;
  let unhear = () => false;
  function hear(news: NumberedNews) {
    if (isDeaf) return;
    if (wire.unread() > limits.unread) drop();
    else wire.tell(news);
  }
  // Nothing may follow on what was left out: whoever comes back is told from there on.
  function drop() {
    isDeaf = true;
    wire.drop();
  }

  const keeps = hello.seat !== undefined;
  const entered = door.enter(
    claim
      ? { ...fact(true), what: 'seatResumed', name: claim.name, lock, epoch: claim.epoch, heard: hello.heard }
      : { ...fact(true), what: 'joined', name: cleanName(hello.name), lock, keeps },
    () => {
      unhear = room.hear(from, hear);
    },
  );
  if (!entered.ok) return entered;
  const welcome = entered.value as Welcome;

  const bucket = tokenBucket(limits.messages, rooms.now);
  /** Lets an input through, unless they ask for too much or read too little. */
  function pass(answer: Answer, go: () => void) {
    const waitMs = bucket.take();
    if (bucket.isOverdrawn() || wire.unread() > limits.unread) drop();
    else if (waitMs > 0) answer(refuse({ reason: 'too-fast', waitMs }));
    else go();
  }

  const session: Session = {
    welcome,
    token: keeps ? signSeat(rooms.key, nextClaim(room, welcome)) : undefined,
    ask: (request, ack, answer) =>
      pass(answer, () => {
        if (rooms.isFull() && 'description' in request) return answer(refuse({ reason: 'house-full' }));
        room.take(inputFor(request, fact(ack, request.mail)), answer);
      }),
    misread: (message, refusal, ack, answer) =>
      pass(answer, () => room.take({ ...fact(ack), what: 'misread', message, refusal }, answer)),
    lost() {
      if (isLost) return;
      isLost = isDeaf = true;
      if (unhear() && room.state.seats.has(from)) room.take({ ...fact(false), what: 'connectionLost' });
    },
  };
  return { session };
}

/** The seat that a token is for, unless it is another room's, or a newer token was used already. */
function claimOf(key: Buffer, room: LiveRoom, { seat: token }: Hello) {
  const claim = token ? readSeat(key, token) : undefined;
  if (claim?.room !== room.name) return;
  return claim.epoch >= (room.state.seats.get(claim.seat)?.epoch ?? 0) ? claim : undefined;
}

function nextClaim(room: LiveRoom, { you }: Welcome) {
  return { room: room.name, ...you, epoch: room.state.seats.get(you.seat)!.epoch + 1 };
}

const newId = () => randomBytes(9).toString('base64url');
