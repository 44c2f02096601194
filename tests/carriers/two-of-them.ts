import { join as path } from 'node:path';
import { onTestFinished } from 'vitest';
import { house, openHouse } from '../../server/house.fixture.ts';
import { clone, running } from '../../server/process.fixture.ts';
import { serve } from '../../server/serve.ts';
import type { Carrier } from '../../src/carriers/carrier.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { party, webSocket } from '../../src/carriers/websocket.ts';
import { cable } from './cable.ts';
import { join, type Person } from './person.ts';

export type Open = (url: string) => Carrier;

export const carriers: Record<string, Open> = {
  'Socket.IO': socketIo,
  'a bare WebSocket': webSocket,
  'a party': party,
};

/** Alice behind a cable, Bob without one. */
export async function behindACable(carrier: Open) {
  const { port } = await openHouse();
  const wire = await cable(port);
  const alice = await join(carrier(wire.url), { name: 'alice' });
  const bob = await join(carrier(`http://localhost:${port}`), { name: 'bob' });
  await alice.told('peerJoined');
  return { wire, alice, bob };
}

/** Starts a server, the next one with what the one before it has left on disk. */
export type Start = (port: number) => Promise<{ port: number; stop(): Promise<unknown> }>;

function closable(): Start {
  const folder = house();
  const folders = { site: path(folder, 'site'), certs: path(folder, 'certs') };
  const options = { host: 'localhost', lan: false, https: false, data: path(folder, 'data') };
  return async (port) => {
    const server = await serve({ ...options, port }, folders);
    return { port: server.port, stop: server.close };
  };
}

/** In a process of its own, which hears nothing of its end. */
export function killable(): Start {
  const folder = clone();
  return async (asked) => {
    const args = ['--data', path(folder, 'data'), ...(asked ? ['--port', `${asked}`] : [])];
    const { child, ended, port } = await running(args, { folder });
    const stop = () => {
      child.kill('SIGKILL');
      return ended;
    };
    return { port, stop };
  };
}

/** Both in a house that can be restarted, Alice behind a cable. */
export async function inAHouseOfOurs(carrier: Open, start = closable()) {
  let server = await start(0);
  const { port } = server;
  onTestFinished(async () => void (await server.stop()));
  const wire = await cable(port);
  const [alice, bob] = [
    await join(carrier(wire.url), { name: 'alice' }),
    await join(carrier(`http://localhost:${port}`), { name: 'bob' }),
  ];
  await alice.told('peerJoined');

  async function restart() {
    await server.stop();
    server = await start(port);
  }
  const back = (times = 1) => Promise.all([alice.told('connectionBack', times), bob.told('connectionBack', times)]);
  return { alice, bob, restart, back, port, wire };
}

export const offerOf = async (asked: ReturnType<Person['seat']['offer']>) => {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.sentence);
  return reply.value.offer;
};

/** What was said of the call alone. */
export const callOf = ({ story }: Person) => story().filter((line) => !line.startsWith('connection'));
