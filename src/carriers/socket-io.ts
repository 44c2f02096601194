import type { Socket } from 'socket.io-client';
import type { Hello } from '../../protocol/messages.ts';
import { done, type Refusal, type Reply } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import type { Carrier } from './carrier.ts';
import { carrierOver } from './carrier-over.ts';
import { courseEvents, readAnswer, toCourseMessage } from './course-wire.ts';
import type { Ends, Overheard, Transport, Welcomed } from './line.ts';
import { isNotThere, noServer } from './no-server.ts';

/** The course's way: Socket.IO, its events and its acknowledgements. */
export const socketIo = (base = location.origin): Carrier => carrierOver(transport(base));

const transport = (base: string): Transport => ({
  async dial(hello, { welcome, news, lost, overhear }, signal) {
    const socket = await open(base, hello);
    if (overhear) listenIn(socket, overhear);
    const line = {
      async ask(request: Parameters<typeof toCourseMessage>[0]): Promise<Reply<Granted>> {
        const [event, payload, ours] = toCourseMessage(request);
        const { promise, resolve } = Promise.withResolvers<unknown[]>();
        socket.emit(event, payload, ours, (...answer: unknown[]) => resolve(answer));
        return readAnswer(await promise);
      },
      close: () => void socket.disconnect(),
    };
    for (const [event, toNews] of Object.entries(courseEvents))
      socket.on(event, (payload: unknown, ours: { nr?: number } = {}) => {
        for (const one of toNews(payload, ours)) news(one, ours.nr);
      });
    socket.on('disconnect', lost);
    socket.on('welcome', (welcomed: Welcomed) => welcome(welcomed, line));
    // Connected is not yet seated: which seat it is comes in a message of its own.
    return settled(socket, 'welcome', signal);
  },

  async watch(hello, see, { lost }, signal) {
    const socket = await open(base, hello);
    socket.on('entries', see);
    socket.on('disconnect', lost);
    return settled(socket, 'connect', signal);
  },
});

async function open(base: string, hello: Hello): Promise<Socket> {
  // Loaded when somebody wants to be connected, and not with the page.
  const { io } = await import('socket.io-client').catch(isNotThere);
  const { name: userName, ...auth } = hello;
  return io(base, {
    auth: { userName, ...auth },
    forceNew: true,
    // Coming back is ours: a seat, and what was heard so far, have to be named anew each time.
    reconnection: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  });
}

/** Below Socket.IO's messages lie those of its engine, which writes a 4 before each of them. */
function listenIn({ io: { engine } }: Socket, overhear: NonNullable<Ends['overhear']>) {
  const hear =
    (way: Overheard['way']) =>
    ({ type, data }: { type: string; data?: unknown }) => {
      if (type === 'message') overhear({ way, text: `4${data}` });
    };
  engine.on('packetCreate', hear('out'));
  engine.on('packet', hear('in'));
}

/** Let in with this event, or turned away with a sentence. Rejects when nobody answers. */
function settled(socket: Socket, letIn: 'connect' | 'welcome', signal: AbortSignal): Promise<Reply<undefined>> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply<undefined>>();
  signal.addEventListener('abort', () => {
    socket.disconnect();
    reject(signal.reason);
  });
  socket.once(letIn, () => resolve(done(undefined)));
  socket.once('disconnect', () => reject(new Error('The connection was lost before it was one.')));
  socket.once('connect_error', (error: Error & { data?: Refusal }) => {
    socket.disconnect();
    if (error.data) resolve({ ok: false, refusal: error.data, sentence: error.message });
    else reject(new Error(noServer, { cause: error }));
  });
  return promise;
}
