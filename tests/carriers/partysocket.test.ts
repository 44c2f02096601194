import PartySocket from 'partysocket';
import { expect, onTestFinished, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openHouse } from '../../server/house.fixture.ts';
import { party } from '../../src/carriers/websocket.ts';
import { cable } from './cable.ts';
import { described, found, join } from './person.ts';

// PartyKit's own client, as it comes from npm.

type Message = { message_type: string; content: Record<string, unknown>; [more: string]: unknown };

/** Somebody with nothing but `partysocket`, and everything that they hear, in order. */
function guest(url: string, room: string) {
  // By default it waits for seconds before it comes back.
  const soon = { minReconnectionDelay: 10, maxReconnectionDelay: 100 };
  const socket = new PartySocket({ host: new URL(url).host, room, protocol: 'ws', ...soon });
  onTestFinished(() => socket.close());
  const heard: Message[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(data));
    for (const look of waiting) look();
  });

  /** The nth message of this type, whenever it comes. */
  function told(type: string, nth = 1): Promise<Message> {
    const { promise, resolve } = Promise.withResolvers<Message>();
    const look = () => {
      const message = heard.filter(({ message_type }) => message_type === type)[nth - 1];
      if (message && waiting.delete(look)) resolve(message);
    };
    waiting.add(look);
    look();
    return promise;
  }
  const say = (message_type: string, content: object) => socket.send(JSON.stringify({ message_type, content }));
  return { told, say, socket };
}

test('two of them exchange what a call needs', async () => {
  const { port } = await openHouse();
  const url = `http://localhost:${port}`;
  const [alice, bob] = [guest(url, 'tea'), guest(url, 'tea')];
  await Promise.all([alice.told('WELCOME'), bob.told('WELCOME')]);
  alice.say('SDP', described('offer', 'o1'));
  alice.say('CANDIDATE', found('a1'));
  expect((await bob.told('SDP')).content).toEqual(described('offer', 'o1'));
  bob.say('SDP', described('answer', 'w1'));
  expect((await alice.told('SDP')).content).toEqual(described('answer', 'w1'));
  expect((await bob.told('CANDIDATE')).content).toEqual(found('a1'));
});

test('one of them calls a page of ours', async () => {
  const { port } = await openHouse();
  const url = `http://localhost:${port}`;
  const alice = guest(url, 'tea');
  await alice.told('WELCOME');
  const bob = await join(party(url), { name: 'bob' });
  await alice.told('PEER_JOINED');
  alice.say('SDP', described('offer', 'o1'));
  const { offer } = await bob.told('offerWaiting');
  await bob.seat.answer(offer.id, described('answer', 'w1'));
  expect((await alice.told('SDP')).content).toEqual(described('answer', 'w1'));
});

test('it comes back by itself, into the same room', async () => {
  const { port } = await openHouse();
  const wire = await cable(port);
  const alice = guest(wire.url, 'tea');
  await alice.told('WELCOME');
  wire.cut();
  wire.mend();
  await alice.told('WELCOME', 2);
  const bob = guest(`http://localhost:${port}`, 'tea');
  await alice.told('PEER_JOINED');
  bob.say('SDP', described('offer', 'o1'));
  expect((await alice.told('SDP')).content).toEqual(described('offer', 'o1'));
});

test('over HTTP the room says that it is well and how many are there, and never who', async () => {
  const { port } = await openHouse();
  const where = { host: `localhost:${port}`, room: 'tea', protocol: 'http' } as const;
  const visit = async () => (await PartySocket.fetch(where)).json();
  expect(await visit()).toEqual({ ok: true, peers: 0 });
  const guests = [guest(`http://localhost:${port}`, 'tea'), guest(`http://localhost:${port}`, 'tea')];
  await Promise.all(guests.map(({ told }) => told('WELCOME')));
  expect(await visit()).toEqual({ ok: true, peers: 2 });
});

test('npm run party starts where its programs look for it', () => {
  const { party, start } = packageJson.scripts;
  expect(party).toBe(`${start} --port 1999`);
});
