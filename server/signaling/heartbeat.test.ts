import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { heartbeat } from './heartbeat.ts';

/** A client, and what the server has of it. */
async function connection(options: { autoPong: boolean }) {
  const http = createServer().listen(0, 'localhost');
  await once(http, 'listening');
  const server = new WebSocketServer({ server: http });
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    http.close();
  });
  const client = new WebSocket(`ws://localhost:${(http.address() as AddressInfo).port}`, options);
  const [socket] = (await once(server, 'connection')) as [WebSocket];
  heartbeat(socket, 10);
  return { client, socket };
}

test('a connection that does not answer is ended', async () => {
  const { socket } = await connection({ autoPong: false });
  const [code] = await once(socket, 'close');
  expect(code).toBe(1006);
});

test('one that answers is asked again and again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { socket } = await connection({ autoPong: true });
  for (let beats = 0; beats < 5; beats++) {
    const answered = once(socket, 'pong');
    vi.advanceTimersByTime(10);
    await answered;
  }
  expect(socket.readyState).toBe(WebSocket.OPEN);
});
