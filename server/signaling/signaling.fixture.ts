import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { engineOptions } from './engine.ts';
import { openRooms } from './rooms.ts';
import { socketIo } from './socket-io.ts';

/** Signaling without the house around it, so that a test can look into the rooms. */
export async function startSignaling() {
  const http = createServer();
  const io = new Server(http, engineOptions);
  const rooms = openRooms(randomBytes(32));
  socketIo(io, rooms);
  http.listen(0, 'localhost');
  await once(http, 'listening');
  async function close() {
    await io.close();
    rooms.close();
  }
  return { port: (http.address() as AddressInfo).port, rooms, io, close };
}
