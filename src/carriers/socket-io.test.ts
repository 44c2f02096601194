import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { socketIo } from './socket-io.ts';

/** Says who one is only when one has long known that one is connected: a round trip later. */
async function slowServer(greets: 'with a welcome' | 'not at all') {
  const http = createServer().listen(0, 'localhost');
  await once(http, 'listening');
  const io = new Server(http, { pingInterval: 10 });
  onTestFinished(() => io.close());
  let guests = 0;
  io.on('connection', (socket) => {
    const you = { seat: `seat${++guests}`, name: 'alice' };
    socket.conn.once('heartbeat', () => {
      if (greets === 'not at all') socket.disconnect(true);
      else socket.emit('welcome', { you, resumed: false, last: 0, peers: [{ seat: 'b1', name: 'bob' }] });
    });
  });
  return `http://localhost:${(http.address() as AddressInfo).port}`;
}

test('a seat is taken when the server has said which, and not when it has only been reached', async () => {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const entered = await socketIo(await slowServer('with a welcome')).join({ room: 'tea', name: 'alice' }, stop.signal);
  if (!entered.ok) throw new Error(entered.sentence);
  const { you, peers } = entered.value;
  expect([you.seat, peers.map(({ name }) => name)]).toEqual(['seat1', ['bob']]);
});

test('whoever is let go before that has no seat', async () => {
  const { signal } = new AbortController();
  const carrier = socketIo(await slowServer('not at all'));
  await expect(carrier.join({ room: 'tea', name: 'alice' }, signal)).rejects.toThrow('lost before');
});
