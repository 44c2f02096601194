import { join as path } from 'node:path';
import { onTestFinished } from 'vitest';
import { house, openHouse } from '../../server/house.fixture.ts';
import { serve } from '../../server/serve.ts';
import type { Carrier } from '../../src/carriers/carrier.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { party, webSocket } from '../../src/carriers/websocket.ts';
import { cable } from './cable.ts';
import { join, type Person } from './person.ts';

type Open = (url: string) => Carrier;

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

/** Both in a house that can be restarted, Alice behind a cable. */
export async function inAHouseOfOurs(carrier: Open) {
  const folder = house();
  const folders = { site: path(folder, 'site'), certs: path(folder, 'certs') };
  const options = { host: 'localhost', lan: false, https: false, data: path(folder, 'data') };
  let server = await serve({ ...options, port: 0 }, folders);
  const { port } = server;
  onTestFinished(() => server.close());
  const wire = await cable(port);
  const [alice, bob] = [
    await join(carrier(wire.url), { name: 'alice' }),
    await join(carrier(`http://localhost:${port}`), { name: 'bob' }),
  ];
  await alice.told('peerJoined');

  async function restart() {
    await server.close();
    server = await serve({ ...options, port }, folders);
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
