import { expect, onTestFinished, test } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { type CourseClient, inLobby } from './course-client.fixture.ts';
import { startSignaling } from './signaling.fixture.ts';

async function signaling() {
  const started = await startSignaling();
  onTestFinished(started.close);
  return started;
}

const overWebSocket = async (port: number, name: string) => {
  const client = await inLobby(port, name);
  await new Promise<void>((resolve) => {
    const { engine } = client.socket.io;
    if (engine.transport.name === 'websocket') resolve();
    else engine.once('upgrade', () => resolve());
  });
  return client;
};

const wireOf = ({ socket }: CourseClient) =>
  (socket.io.engine.transport as unknown as { ws: WebSocket & { _socket: { pause(): void } } }).ws;

async function haveACall(alice: CourseClient, bob: CourseClient, nth: number) {
  alice.calls(`call ${nth}`);
  await bob.answers(await bob.waitingOffer(nth), `answer ${nth}`);
  await alice.told('answerResponse', nth);
}

test('one who stops reading is let go, and nothing piles up for them', async () => {
  const { port, rooms } = await signaling();
  const bob = await overWebSocket(port, 'bob');
  const [{ you }] = (await bob.told('welcome')) as [{ you: { seat: string } }];
  const speakers = await Promise.all(Array.from({ length: 10 }, (_, n) => inLobby(port, `speaker ${n}`)));
  await bob.told('peerJoined', speakers.length);
  wireOf(bob)._socket.pause();

  // More than the system's own buffers take in, from enough people that none of them is too fast.
  const sdp = 'x'.repeat(limits.description);
  const talking = speakers.map(async ({ socket }) => {
    for (let n = 0; n < limits.messages.atOnce / 2 - 5; n++) {
      const said = { type: 'offer', sdp };
      const reply = await socket.emitWithAck('newOffer', said, { to: you.seat });
      if (!reply.ok) return expect(reply.refusal.reason).toBe('no-such-peer');
      await socket.emitWithAck('withdrawOffer', { offer: reply.value.offer });
    }
  });
  expect((await speakers[0]!.told('peerLeft'))[0]).toEqual({ peer: you });
  await Promise.all(talking);
  expect(rooms.at('lobby')!.state.seats.has(you.seat)).toBe(false);
});

test('a newcomer is not buried under what a room has piled up, and can answer what they are shown', async () => {
  const { port } = await signaling();
  const sdp = 'x'.repeat(limits.description);
  for (const name of ['eve', 'mallory']) {
    const { socket } = await inLobby(port, name);
    const offers = Array.from({ length: limits.offers }, () => socket.emitWithAck('newOffer', { type: 'offer', sdp }));
    await Promise.all(offers);
  }
  const bob = await inLobby(port, 'bob');
  const [offers] = (await bob.told('availableOffers')) as [Parameters<typeof bob.answers>[0][]];
  expect(JSON.stringify(offers).length).toBeLessThan(limits.unread);
  expect((await bob.told('welcome'))[0]).toMatchObject({ unshown: 2 * limits.offers - offers.length });
  for (const offer of offers) expect(await bob.answers(offer, 'bob answers')).toEqual([]);
});

test('a flood is answered with advice, then ended, and others have their calls meanwhile', async () => {
  const { port } = await signaling();
  const [alice, bob, eve] = [
    await inLobby(port, 'alice'),
    await inLobby(port, 'bob'),
    await overWebSocket(port, 'eve'),
  ];
  const ask = (times: number) => {
    for (let n = 0; n < times; n++) eve.socket.emit('hangUp', { offer: 'nobody:1' });
  };
  ask(limits.messages.atOnce + 50);
  await eve.told('refused', limits.messages.atOnce + 50);
  ask(5_000);
  await haveACall(alice, bob, 1);
  await eve.told('disconnect');
  const reasons = eve.heard.flatMap(([name, said]) =>
    name === 'refused' ? [(said as { refusal: { reason: string } }).refusal.reason] : [],
  );
  expect(new Set(reasons)).toEqual(new Set(['no-such-offer', 'too-fast']));
  await haveACall(alice, bob, 2);
});

test.each([
  ['rooms of Socket.IO that do not exist', '40/elsewhere,'],
  ['heartbeats that nobody asked for', '3'],
  ['events that are too short to be any', '42["x"]'],
])('a flood of %s ends as well', async (_, frame) => {
  const { port } = await signaling();
  const [alice, bob, eve] = [
    await inLobby(port, 'alice'),
    await inLobby(port, 'bob'),
    await overWebSocket(port, 'eve'),
  ];
  const ws = wireOf(eve);
  for (let n = 0; n < 5_000; n++) ws.send(frame);
  await haveACall(alice, bob, 1);
  await eve.told('disconnect');
  await haveACall(alice, bob, 2);
});
