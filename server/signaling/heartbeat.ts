import type { WebSocket } from 'ws';
import { engineOptions } from './engine.ts';

/** Ends a connection that says nothing for a while, not even that it is there. */
export function heartbeat(socket: WebSocket, everyMs: number = engineOptions.pingInterval) {
  let isAlive = true;
  const alive = () => {
    isAlive = true;
  };
  socket.on('pong', alive).on('message', alive);
  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, everyMs).unref();
  socket.once('close', () => clearInterval(beat));
}
