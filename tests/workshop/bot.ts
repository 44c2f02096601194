import { io } from 'socket.io-client';
import type { Event } from '../../protocol/workshop.ts';

export type Bot = ReturnType<typeof bot>;

/** A learner who never gives up: keeps what was not acknowledged, comes back by itself, and says it again. */
export function bot(port: number, join: { code: string; invitation?: string; ticket: string; name: string }) {
  let token = '';
  let nr = 0;
  const kept = new Map<number, Event>();
  const acknowledged: number[] = [];
  let whenAcknowledged = () => {};
  const socket = io(`http://127.0.0.1:${port}/workshop`, {
    auth: (say) => say(token ? { as: 'learner', seat: token } : { as: 'newcomer', ...join }),
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    timeout: 3_000,
  });
  const { promise: isIn, resolve: letIn, reject } = Promise.withResolvers<void>();
  socket.on('connect_error', (error) => {
    // A transport that fails is tried again by itself; somebody who was refused is not.
    if (!socket.active) reject(error);
  });
  socket.on('welcome', (welcome: { token: string }) => {
    token = welcome.token;
    letIn();
    send([...kept]);
  });

  function send(events: [number, Event][]) {
    if (events.length === 0 || !socket.connected) return;
    const body = { source: join.ticket, events: events.slice(0, 50).map(([nr, event]) => ({ nr, event })) };
    socket.emit('did', body, (reply: { ok: boolean }) => {
      if (!reply.ok) return;
      for (const { nr } of body.events) if (kept.delete(nr)) acknowledged.push(nr);
      whenAcknowledged();
    });
  }

  return {
    socket,
    name: join.name,
    isIn,
    acknowledged,
    get said() {
      return nr;
    },
    does(event: Event) {
      nr += 1;
      kept.set(nr, event);
      if (token) send([[nr, event]]);
      return nr;
    },
    /** When all that was done is acknowledged. */
    settled: () =>
      new Promise<void>((resolve) => {
        whenAcknowledged = () => {
          if (kept.size === 0) resolve();
        };
        whenAcknowledged();
      }),
    close: () => void socket.close(),
  };
}
