import type { WebSocket } from 'ws';
import { type BlogSaid, blogTypes, readBlogMessage, toBlogNews } from '../../protocol/blog.ts';
import { limits } from '../../protocol/limits.ts';
import type { Hello, NumberedNews } from '../../protocol/messages.ts';
import { type Refusal, refuse } from '../../protocol/refusal.ts';
import { nearest } from '../nearest.ts';
import { tokenBucket } from '../token-bucket.ts';
import { caught } from './caught.ts';
import { gate } from './gate.ts';
import { heartbeat } from './heartbeat.ts';
import type { Rooms } from './rooms.ts';
import { type Answer, enter, type Session } from './session.ts';
import { watch } from './watch.ts';

/** Somebody who comes by WebSocket alone, and from where. */
export type Caller = { socket: WebSocket; address: string; isHere: boolean; hello: Hello };

/** The blog series' way: descriptions and candidates as they are, with ours beside them. */
export function bareWebSocket(rooms: Rooms, { socket, address, isHere, hello }: Caller) {
  // Whoever sends what is no WebSocket frame is hung up on, and that is all there is to say about it.
  socket.on('error', () => {});
  heartbeat(socket);
  stopFloods(socket, rooms.now);
  const tell = (message: object) => socket.send(JSON.stringify(message));
  const connection = { address, unread: () => socket.bufferedAmount, drop: () => socket.terminate() };
  const failed = caught(rooms.journal, () => {
    if (!hello.watch) return join();
    let read = () => {};
    const watching = watch(rooms, hello, {
      ...connection,
      isHere,
      show: (content) => socket.send(JSON.stringify({ message_type: 'ENTRIES', content }), () => read()),
      whenRead(go) {
        read = go;
      },
    });
    if ('refusal' in watching) return watching;
    socket.once('close', watching.close);
    socket.on('message', () => tell({ message_type: 'REFUSED', content: refuse({ reason: 'not-here' }) }));
    watching.start();
    return undefined;
  });
  if (failed) {
    tell({ message_type: 'REFUSED', content: failed });
    turnAway(socket, closeCodes.refused, failed.sentence);
  }

  function join() {
    const news = gate(({ nr, news }: Partial<NumberedNews> & Pick<NumberedNews, 'news'>) => {
      tell({ ...toBlogNews(news), nr });
    });
    const entered = enter(rooms, hello, { ...connection, tell: news.pass });
    if ('refusal' in entered) return entered;
    const { session } = entered;
    socket.once('close', session.lost);
    socket.on('message', (data, isBinary) => receive(session, isBinary ? '' : String(data)));

    const { offers, missed, ...welcome } = session.welcome;
    tell({ message_type: 'WELCOME', content: { ...welcome, token: session.token } });
    news.open([...offers.map((offer) => ({ news: { what: 'offerWaiting' as const, offer } })), ...missed]);
    return undefined;
  }

  function receive(session: Session, text: string) {
    const said = readBlogMessage(text);
    const answer = answerTo(said);
    const failed = caught(rooms.journal, () => {
      if ('refusal' in said) return session.misread(said.type, helped(said.refusal), isAsked(said), answer);
      // What an answer is answered with, the candidates so far, is told in any case.
      session.ask(said.request, isAsked(said) || said.request.what === 'answer', answer);
    });
    if (failed) answer(failed);
  }

  function answerTo(said: BlogSaid): Answer {
    return (reply) => {
      if (said.mail !== undefined) tell({ message_type: 'REPLY', mail: said.mail, content: reply });
      else if (!reply.ok) tell({ message_type: 'REFUSED', content: reply, about: said.type });
      if (said.mail !== undefined || !reply.ok || !reply.value || !('candidates' in reply.value)) return;
      const { candidates, ...about } = reply.value;
      for (const held of candidates) tell(toBlogNews({ what: 'candidateFound', ...held, ...about }));
    };
  }
}

const isAsked = ({ mail }: BlogSaid) => mail !== undefined;

const helped = (refusal: Refusal): Refusal =>
  refusal.reason === 'unknown-message' ? { ...refusal, meant: nearest(refusal.message, blogTypes) } : refusal;

/** Pings and pongs are no messages, and answered all the same. */
function stopFloods(socket: WebSocket, now: () => number) {
  const bucket = tokenBucket(limits.packets, now);
  const count = () => {
    bucket.take();
    if (bucket.isOverdrawn() || socket.bufferedAmount > limits.unread) socket.terminate();
  };
  socket.on('message', count).on('ping', count).on('pong', count);
}

/** Above 4000 an application may mean by them what it wants. */
export const closeCodes = { roomForTwo: 4001, refused: 4003 } as const;

/** Ends a connection with a reason, of which a WebSocket takes 123 bytes. */
export function turnAway(socket: WebSocket, code: number, sentence: string) {
  const bytes = Buffer.from(sentence);
  socket.close(code, bytes.length > 123 ? `${bytes.toString('utf8', 0, 119).replace(/\ufffd+$/, '')}…` : sentence);
}
