import type { Server, Socket } from 'socket.io';
import { courseMessages, handshake, toCourseAnswer, toCourseEvent, toCourseOffer } from '../../protocol/course.ts';
import { limits } from '../../protocol/limits.ts';
import type { Hello, NumberedNews, Request } from '../../protocol/messages.ts';
import { read } from '../../protocol/read.ts';
import { type Refusal, type Refused, refuse } from '../../protocol/refusal.ts';
import { nearest } from '../nearest.ts';
import { caught } from './caught.ts';
import { drop, forgetRequest, sendTogether, stopFloods, unread } from './engine.ts';
import { gate } from './gate.ts';
import { isHere } from './is-here.ts';
import { type Keeping, keep } from './keep.ts';
import type { Rooms } from './rooms.ts';
import { type Answer, enter } from './session.ts';
import { watch } from './watch.ts';

/** Somebody who was let in. */
type Guest = {
  /** Called when the client knows that it is connected: what it is told before, it would not hear. */
  start(): void;
  ask(request: Request, ack: boolean, answer: Answer): void;
  misread(event: string, refusal: Refusal, ack: boolean, answer: Answer): void;
  lost(): void;
  /** Of one who plays the server. */
  passOn?: Keeping['passOn'];
};

/** The course's way: its events, its payloads and its acknowledgements, with ours beside them. */
export function socketIo(io: Server, rooms: Rooms) {
  const taken = new WeakSet<Socket['conn']>();

  io.engine.on('connection', (conn: Socket['conn']) => {
    stopFloods(conn, rooms.now);
    sendTogether(conn);
  });
  // #region door
  io.use((socket, next) => {
    const { conn } = socket;
    // One connection, one guest, from its beginning to its end; either may come before anybody is told of a socket.
    const guest = taken.has(conn) || conn.readyState !== 'open' ? refuse({ reason: 'not-here' }) : admit(socket, rooms);
    if ('refusal' in guest) return next(Object.assign(new Error(guest.sentence), { data: guest.refusal }));
    taken.add(conn);
    forgetRequest(conn);
    conn.once('close', guest.lost);
    socket.once('disconnect', () => {
      guest.lost();
      conn.close();
    });
    socket.onAny((event: unknown, ...args: unknown[]) => receive(rooms, socket, guest, String(event), args));
    socket.data.start = guest.start;
    next();
  });
  // #endregion door
  io.on('connection', (socket) => socket.data.start());
}

function admit(socket: Socket, rooms: Rooms): Guest | Refused {
  return caught(rooms.journal, () => {
    const { auth } = socket.handshake;
    // The course's first programs connect before they have a name. They are in no room and hear nothing.
    if (Object.keys(auth).length === 0) return guestWithout('no-room');
    const hello = read(handshake, auth, 'auth');
    if ('reason' in hello) return refuse(hello);
    if (hello.read.keep) return keeper(socket, rooms, hello.read);
    return hello.read.watch ? watcher(socket, rooms, hello.read) : peer(socket, rooms, hello.read);
  });
}

function peer(socket: Socket, rooms: Rooms, hello: Hello): Guest | Refused {
  // #region news
  // Whoever asks for no seat to come back to was written for the course, and never looks at what is ours.
  const knowsOurs = hello.seat !== undefined;
  const news = gate(({ nr, news }: NumberedNews) => {
    const [event, payload, ours] = toCourseEvent(news);
    if (knowsOurs) socket.emit(event, payload, { nr, ...ours });
    else socket.emit(event, payload);
  });
  // #endregion news
  const entered = enter(rooms, hello, { ...connectionOf(socket), tell: news.pass });
  if ('refusal' in entered) return entered;
  const { session } = entered;
  return {
    ...session,
    start() {
      const { offers, missed, ...welcome } = session.welcome;
      socket.emit('welcome', { ...welcome, token: session.token });
      const waiting = offers.map((offer) => toCourseOffer(offer));
      if (waiting.length > 0) socket.emit('availableOffers', waiting);
      news.open(missed);
    },
  };
}

function watcher(socket: Socket, rooms: Rooms, hello: Hello): Guest | Refused {
  const { conn, handshake: asked } = socket;
  const watching = watch(rooms, hello, {
    ...connectionOf(socket),
    isHere: isHere(asked.address, asked.headers),
    show: (entries) => socket.emit('entries', entries),
    whenRead: (go) => conn.once('drain', go),
  });
  if ('refusal' in watching) return watching;
  return { ...guestWithout('not-here'), start: watching.start, lost: watching.close };
}

function keeper(socket: Socket, rooms: Rooms, hello: Hello): Guest | Refused {
  const show: Parameters<typeof keep>[2]['show'] = (desk) => socket.emit('desk', desk);
  const keeping = keep(rooms, hello, { ...connectionOf(socket), show });
  return 'refusal' in keeping ? keeping : { ...guestWithout('not-here'), ...keeping };
}

/** Someone who may listen, and whose every message is refused. */
const guestWithout = (reason: 'no-room' | 'not-here'): Guest => ({
  start() {},
  ask: (_, _ack, answer) => answer(refuse({ reason })),
  misread: (_, refusal, _ack, answer) => answer(refuse(refusal)),
  lost() {},
});

const connectionOf = ({ conn, handshake: { address } }: Socket) => ({
  address,
  unread: () => unread(conn),
  drop: () => drop(conn),
});

// #region receive
/** Every message gets its answer: by its acknowledgement, or if it asked for none and was refused, as an event. */
function receive({ journal }: Rooms, socket: Socket, guest: Guest, event: string, args: unknown[]) {
  const ack = typeof args.at(-1) === 'function' ? (args.pop() as (...answer: unknown[]) => void) : undefined;
  const answer: Answer = (reply) => {
    if (ack) ack(...toCourseAnswer(reply));
    else if (!reply.ok) socket.emit('refused', { message: event.slice(0, limits.id), ...reply });
  };
  const failed = caught(journal, () => {
    if (event === 'passOn' && guest.passOn) return guest.passOn(args[0], answer);
    const request = requestOf(event, args);
    if ('reason' in request) guest.misread(event.slice(0, limits.id), request, ack !== undefined, answer);
    else guest.ask(request, ack !== undefined, answer);
  });
  if (failed) answer(failed);
}
// #endregion receive

function requestOf(event: string, [payload, ours]: unknown[]): Request | Refusal {
  if (Object.hasOwn(courseMessages, event)) return courseMessages[event as keyof typeof courseMessages](payload, ours);
  const meant = nearest(event, Object.keys(courseMessages));
  return { reason: 'unknown-message', message: event.slice(0, limits.id), meant };
}
