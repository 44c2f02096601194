import { readBlogNews, toBlogMessage, toQuery } from '../../protocol/blog.ts';
import type { Hello } from '../../protocol/messages.ts';
import { done, type Refused, type Reply } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Carrier } from './carrier.ts';
import { carrierOver } from './carrier-over.ts';
import type { Asked, Transport, Welcomed } from './line.ts';

/** The blog series' way: a bare WebSocket, and a room of two. */
export const webSocket = (base = location.origin): Carrier => carrierOver(transport(base, '/ws/'));

/** PartyKit's way: the same messages, at the addresses that `partysocket` makes, and a room of many. */
export const party = (base = location.origin): Carrier => carrierOver(transport(base, '/parties/main/'));

const transport = (base: string, path: string): Transport => ({
  dial(hello, { welcome, news, lost, overhear }, signal) {
    const answers = new Map<string, (reply: Reply<Granted>) => void>();
    const socket = open(base, path, hello);
    // A bare WebSocket introduces itself by the address that it goes to.
    overhear?.({ way: 'out', text: socket.url });
    socket.addEventListener('message', ({ data }) => overhear?.({ way: 'in', text: data }));
    const line = {
      ask(request: Asked): Promise<Reply<Granted>> {
        const { promise, resolve } = Promise.withResolvers<Reply<Granted>>();
        answers.set(request.mail, resolve);
        const text = JSON.stringify(toBlogMessage(request));
        overhear?.({ way: 'out', text });
        // A socket that is closing takes nothing more, and says nothing about it either.
        socket.send(text);
        return promise;
      },
      close: () => socket.close(),
    };
    return converse(socket, signal, lost, {
      WELCOME: ({ content }) => welcome(content as Welcomed, line),
      REPLY({ mail, content }) {
        answers.get(mail as string)?.(content as Reply<Granted>);
        answers.delete(mail as string);
      },
      other(message) {
        const told = readBlogNews(message);
        if (told) news(told, message.nr as number | undefined);
      },
    });
  },

  watch: (hello, see, { lost }, signal) =>
    converse(open(base, path, hello), signal, lost, {
      ENTRIES: ({ content }) => see(content as Witnessed[]),
      other() {},
    }),
});

type Message = { message_type: string; content?: unknown; [more: string]: unknown };
type Listeners = Record<string, (message: Message) => void> & { other(message: Message): void };

const open = (base: string, path: string, hello: Hello) =>
  new WebSocket(`${base.replace(/^http/, 'ws')}${path}${encodeURIComponent(hello.room)}?${toQuery(hello)}`);

/** Settles with the first message: let in, or turned away. Rejects when nobody answers. */
function converse(socket: WebSocket, signal: AbortSignal, lost: () => void, listeners: Listeners) {
  const { promise, resolve, reject } = Promise.withResolvers<Reply<undefined>>();
  let refused: Refused | undefined;
  signal.addEventListener('abort', () => {
    socket.close();
    reject(signal.reason);
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data) as Message;
    if (message.message_type === 'REFUSED') {
      refused = message.content as Refused;
      return;
    }
    (listeners[message.message_type] ?? listeners.other)(message);
    resolve(done(undefined));
  });
  socket.addEventListener('close', ({ code, reason: sentence }) => {
    if (refused) resolve(refused);
    else if (code === 4001) resolve({ ok: false, refusal: { reason: 'room-full' }, sentence });
    else reject(new Error(sentence || 'No signaling server answers here.'));
    lost();
  });
  return promise;
}
