import { expect, onTestFinished, test } from 'vitest';
import type { DeskView } from '../../protocol/messages.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { courseClient } from '../../server/signaling/course-client.fixture.ts';
import { startSignaling } from '../../server/signaling/signaling.fixture.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { described, found, join } from './person.ts';

async function openRooms() {
  const signaling = await startSignaling();
  onTestFinished(signaling.close);
  const { port } = signaling;
  const person = (name: string) => join(socketIo(`http://localhost:${port}`), { name });
  return { ...signaling, person };
}

/** Cyd plays the server of the room in which they have tea. */
async function cydPlays(port: number, auth: object = {}) {
  const client = courseClient(port, { room: 'tea', keep: true, ...auth });
  await client.told('desk');
  const desk = () => client.heard.findLast(([name]) => name === 'desk')![1] as DeskView;
  return {
    ...client,
    async waits(...wanted: string[]) {
      const lines = () => desk().map(({ from, what, to }) => `${from}: ${what} to ${to}`);
      for (let nth = 1; lines().join() !== wanted.join(); nth++) await client.told('desk', nth);
    },
    passesOn: () => client.socket.emitWithAck('passOn', { upTo: desk()[0]?.nr ?? 0 }),
  };
}

test('in a three, messages wait at the third until they are passed on', async () => {
  const { port, person } = await openRooms();
  const cyd = await cydPlays(port);
  const watcher = courseClient(port, { room: 'tea', watch: true });
  await watcher.told('entries');
  const [alice, bob] = [await person('alice'), await person('bob')];
  const { value } = (await alice.seat.offer(described('offer', 'hello'))) as { value: { offer: string } };
  await alice.seat.candidate(found('a1'));
  expect(await alice.told('heldUp')).toMatchObject({ yours: true, forYou: false });
  expect(await bob.told('heldUp')).toMatchObject({ yours: false, forYou: true });
  await cyd.waits('alice: offerWaiting to bob');
  await bob.settled();
  expect(bob.story()).not.toContain('offer "hello" of alice');

  expect(await cyd.passesOn()).toEqual({ ok: true });
  await bob.told('offerWaiting');
  await bob.seat.answer(value.offer, described('answer', 'hi'));
  await bob.told('candidateFound');
  await bob.seat.candidate(found('b1'), value.offer);
  await cyd.waits('bob: answered to alice', 'bob: candidateFound to alice');
  await cyd.passesOn();
  await cyd.passesOn();
  await alice.told('candidateFound');
  expect(alice.story().slice(-3)).toEqual(['answer "hi" of bob', 'candidate b1 of bob', 'heldUp']);
  expect(await alice.told('heldUp', 2)).toMatchObject({ yours: false, forYou: false });

  // Whoever watches sees it: held, and sent when it is passed on.
  await watcher.settled();
  const seen = watcher.heard.flatMap(([name, entries]) => (name === 'entries' ? (entries as Witnessed[]) : []));
  const answer = seen.filter(({ name }) => name === 'answer').map(({ what }) => what);
  expect(answer).toEqual(['received', 'held', 'sent']);
});

test.each<[string, (cyd: Awaited<ReturnType<typeof cydPlays>>) => void]>([
  ['leaves', ({ socket }) => void socket.disconnect()],
  ['loses the network', ({ socket }) => void socket.io.engine.close()],
])('a third who %s holds nothing up any more', async (_, goes) => {
  const { port, person } = await openRooms();
  const cyd = await cydPlays(port);
  const [alice, bob] = [await person('alice'), await person('bob')];
  await alice.seat.offer(described('offer', 'hello'));
  await bob.told('heldUp');
  goes(cyd);
  await bob.told('offerWaiting');
  expect(await alice.told('heldUp', 2)).toMatchObject({ yours: false });
});

test('nobody holds up the lobby, or a room whose password they do not have, and nothing else is done from there', async () => {
  const { port, person } = await openRooms();
  for (const [auth, reason] of [
    [{ keep: true, password: 'x' }, 'no-desk'],
    [{ keep: true, room: 'tea', password: 'guess' }, 'wrong-password'],
  ] as const) {
    await person('alice');
    const [error] = await courseClient(port, auth).told('connect_error');
    expect((error as { data: object }).data).toMatchObject({ reason });
  }
  const cyd = await cydPlays(port);
  expect(await cyd.socket.emitWithAck('newOffer', described('offer', 'mine'))).toMatchObject({ ok: false });
  for (const said of [undefined, {}, { upTo: -1 }, { upTo: '1' }, 'x'])
    expect(await cyd.socket.emitWithAck('passOn', said)).toMatchObject({ refusal: { reason: 'malformed' } });
  const alice = courseClient(port, { room: 'tea', userName: 'eve' });
  await alice.told('welcome');
  expect(await alice.socket.emitWithAck('passOn', { upTo: 1 })).toMatchObject({
    refusal: { reason: 'unknown-message' },
  });
});

test('a room goes with the last who is in it, also when that was whoever played the server', async () => {
  const { port, rooms } = await openRooms();
  const cyd = await cydPlays(port);
  const room = rooms.at('tea');
  cyd.socket.disconnect();
  await expect.poll(() => rooms.at('tea') === room).toBe(false);
});
