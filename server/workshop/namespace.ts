import type { Server, Socket } from 'socket.io';
import { read } from '../../protocol/read.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import { type Refused, type Reply, refuse } from '../../protocol/workshop/refusal.ts';
import { hello } from '../../protocol/workshop.ts';
import { CannotKeep } from '../log/durable.ts';
import { drop, unread } from '../signaling/engine.ts';
import { tokenBucket } from '../token-bucket.ts';
import { understand } from './answer.ts';
import { enter, type Session, type Wire } from './session.ts';
import type { Workshops } from './workshops.ts';

/** Workshops on the connections that signaling has: a namespace of its own beside the rooms. */
export function workshopNamespace(io: Server, house: Workshops) {
  const namespace = io.of('/workshop');
  const taken = new WeakSet<Socket['conn']>();

  namespace.use(async (socket, next) => {
    const { conn } = socket;
    const session = taken.has(conn) ? refuse({ reason: 'not-here' }) : await admit(house, socket);
    if ('refusal' in session) return next(Object.assign(new Error(session.sentence), { data: session.refusal }));
    // One connection, one person; and either may have gone while the disk was busy.
    if (taken.has(conn) || conn.readyState !== 'open') {
      session.lost();
      return next(new Error('This connection is gone.'));
    }
    taken.add(conn);
    conn.once('close', session.lost);
    socket.once('disconnect', () => {
      session.lost();
      conn.close();
    });
    const pass = bouncer(house, socket);
    socket.onAny((event: unknown, ...args: unknown[]) => void pass(session, String(event), args));
    socket.data.start = () => {
      const welcome = session.start();
      if (welcome) socket.emit('welcome', welcome);
    };
    next();
  });
  namespace.on('connection', (socket) => {
    try {
      socket.data.start();
    } catch (error) {
      house.journal.mistake(error);
      drop(socket.conn);
    }
  });
}

async function admit(house: Workshops, socket: Socket): Promise<Session | Refused> {
  const said = read(hello, socket.handshake.auth, 'auth');
  if ('reason' in said) return refuse(said as Extract<Refused['refusal'], { reason: 'malformed' }>);
  return orRefusal(house, () => enter(house, said.read, wireOf(socket)));
}

const wireOf = (socket: Socket): Wire => ({
  address: socket.handshake.address,
  tell: (change) => socket.emit('changed', change),
  show: (trace) => socket.emit('entries', trace),
  warn: (why) => socket.emit('unkept', why ? { sentence: refuse({ reason: 'cannot-keep', why }).sentence } : {}),
  isBehind: () => unread(socket.conn) > limits.behind,
  end(why) {
    const { refusal, sentence } = refuse(why);
    socket.emit('removed', { ...refusal, sentence });
    socket.disconnect();
  },
});

/** Every message gets its answer, for those who do not ask for too much. */
function bouncer(house: Workshops, socket: Socket) {
  const bucket = tokenBucket(limits.said, house.now);
  return async (session: Session, event: string, args: unknown[]) => {
    const ack = typeof args.at(-1) === 'function' ? (args.pop() as (reply: Reply) => void) : () => {};
    const { weigh, act } = understand(event, args[0]);
    let waitMs = 0;
    for (let nth = 0; nth < weigh; nth++) waitMs = bucket.take();
    if (bucket.isOverdrawn()) return drop(socket.conn);
    ack(waitMs > 0 ? refuse({ reason: 'too-fast', waitMs }) : await orRefusal(house, () => act(house, session)));
  };
}

/** A disk that is full ends nothing, and a mistake of ours neither. */
async function orRefusal<Result>(house: Workshops, act: () => Promise<Result>): Promise<Result | Refused> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CannotKeep)) {
      house.journal.mistake(error);
      return refuse({ reason: 'server-error' });
    }
    const refused = refuse({ reason: 'cannot-keep', why: error.why });
    if (house.troubles.take() === 0) house.journal.trouble(refused.sentence);
    return refused;
  }
}
