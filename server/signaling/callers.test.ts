import { EventEmitter, once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from '../../protocol/limits.ts';
import { ask, openHouse } from '../house.fixture.ts';
import { countCallers } from './callers.ts';

test('one network has so many connections, and another its own', () => {
  const callers = countCallers();
  const connections = Array.from({ length: limits.connections }, (_, n) => {
    const connection = new EventEmitter();
    callers.add(`2001:db8::${n.toString(16)}`, connection);
    return connection;
  });
  expect(callers.refuse('2001:db8::ffff')).toContain('from your network already');
  expect(callers.refuse('2001:db8:0:1::1')).toBeUndefined();
  connections[7]!.emit('close');
  expect(callers.refuse('2001:db8::ffff')).toBeUndefined();
  for (const connection of connections) connection.emit('close');
  expect(callers.networks).toBe(0);
});

test('a house that somebody fills with connections says so, and goes on when they go', async () => {
  const { port } = await openHouse();
  const knock = (nth: number) => new WebSocket(`ws://127.0.0.1:${port}/parties/main/room-${nth >> 2}`);
  const sockets: WebSocket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.terminate();
  });
  // A hundred at a time: what no machine has hands for is turned away before anybody has looked at it.
  while (sockets.length < limits.connections) {
    const some = Array.from({ length: 100 }, (_, nth) => knock(sockets.length + nth));
    sockets.push(...some);
    await Promise.all(some.map((socket) => once(socket, 'open')));
  }
  const [refused] = await once(knock(0), 'error');
  expect(String(refused)).toContain('403');
  const polled = await ask(port, '/socket.io/?EIO=4&transport=polling&sid=', { host: '127.0.0.1' });
  expect(JSON.parse(polled.text).message).toContain('from your network already');
  expect((await ask(port, '/healthz', { host: '127.0.0.1' })).status).toBe(200);

  sockets[0]!.close();
  await once(sockets[0]!, 'close');
  const late = knock(0);
  sockets.push(late);
  await once(late, 'open');
});
