import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

export type BlogMessage = { message_type: string; content: unknown; [more: string]: unknown };

type Options = { host?: string; origin?: string };

/**
 * What a program of the blog series does on the wire: a description or a candidate, and no word of ours. Everything
 * that it is told is kept, in order.
 */
export async function blogClient(port: number, path: string, { host = 'localhost', origin }: Options = {}) {
  const socket = new WebSocket(`ws://${host}:${port}${path}`, { origin, perMessageDeflate: false });
  onTestFinished(() => socket.terminate());
  const heard: BlogMessage[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of waiting) one();
  };
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    look();
  });
  const { promise: closed, resolve: close } = Promise.withResolvers<{ code: number; reason: string }>();
  socket.on('close', (code, reason) => close({ code, reason: String(reason) }));
  socket.on('error', () => {});
  await once(socket, 'open');

  /** The nth message of this type, whenever it comes. */
  function told(type: string, nth = 1): Promise<BlogMessage> {
    const { promise, resolve } = Promise.withResolvers<BlogMessage>();
    const find = () => {
      const found = heard.filter(({ message_type }) => message_type === type)[nth - 1];
      if (found && waiting.delete(find)) resolve(found);
    };
    waiting.add(find);
    find();
    return promise;
  }

  const say = (message: object) => socket.send(JSON.stringify(message));
  let asked = 0;

  return {
    socket,
    heard,
    closed,
    told,
    say,
    /** What it was told that its own kind of program looks at: descriptions and candidates. */
    understood: () =>
      heard.filter(({ message_type }) => ['SDP', 'CANDIDATE'].includes(message_type)).map(({ content }) => content),
    /** An answer comes after everything that was told before it: once this is over, nothing more is on its way. */
    settled() {
      const mail = `settled-${++asked}`;
      say({ message_type: 'HANG_UP', content: { offer: 'none' }, mail });
      return told('REPLY', asked);
    },
    offers: (sdp: string) => say({ message_type: 'SDP', content: { type: 'offer', sdp } }),
    answers: (sdp: string) => say({ message_type: 'SDP', content: { type: 'answer', sdp } }),
    finds: (candidate: string | null) => say({ message_type: 'CANDIDATE', content: candidate && ice(candidate) }),
  };
}

export const ice = (name: string) => ({ candidate: `candidate:${name}`, sdpMid: '0', sdpMLineIndex: 0 });
