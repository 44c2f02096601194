import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hello } from '../../protocol/messages.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { openHouse } from '../house.fixture.ts';
import { courseClient, ice, inLobby } from './course-client.fixture.ts';
import { openRooms } from './rooms.ts';
import { watch } from './watch.ts';

async function watcher(port: number, auth: object) {
  const client = courseClient(port, { watch: true, ...auth });
  await client.told('entries');
  const seen = () => client.heard.flatMap(([name, entries]) => (name === 'entries' ? (entries as Witnessed[]) : []));
  return {
    ...client,
    seen,
    lines: () => seen().map(({ what, name }) => `${what} ${name}`),
    async sees(line: string) {
      for (let nth = 1; !seen().some(({ what, name }) => `${what} ${name}` === line); nth++)
        await client.told('entries', nth);
    },
  };
}

const handshake = [
  ...['received join', 'sent welcome', 'received join', 'sent welcome', 'sent peerJoined'],
  ...['received offer', 'held offer', 'sent offer', 'received candidate', 'held candidate'],
  ...['received answer', 'sent candidate', 'sent answer', 'received candidate', 'sent candidate'],
];

describe('whoever watches a room', () => {
  test('sees what the server did, live and from the beginning, and the same both ways', async () => {
    const { port } = await openHouse();
    const live = await watcher(port, { room: 'maths', password: 'secret' });
    const join = (name: string) => inLobby(port, name, { room: 'maths', password: 'secret' });
    const [alice, bob] = [await join('alice'), await join('bob')];
    alice.calls('alice offers');
    const offer = await bob.waitingOffer();
    alice.finds('a1');
    await alice.settled();
    await bob.answers(offer, 'bob answers');
    bob.finds('b1');
    await alice.told('receivedIceCandidateFromServer');
    await live.settled();
    const late = await watcher(port, { room: 'maths', password: 'secret' });

    const withoutMistakes = (lines: string[]) => lines.filter((line) => !line.endsWith('hangUp'));
    expect(withoutMistakes(live.lines())).toEqual(handshake);
    expect(late.seen()).toEqual(live.seen());
    expect(new Set(live.seen().map(({ id }) => id)).size).toBe(live.seen().length);
    const [candidate] = live.seen().filter(({ what, name }) => what === 'held' && name === 'candidate');
    expect(live.seen().filter(({ mail }) => mail === candidate!.mail)).toMatchObject([
      { what: 'received', body: { from: { name: 'alice' }, candidate: ice('a1') } },
      { what: 'held' },
      { what: 'sent', body: { to: { name: 'bob' } } },
    ]);
  });

  test('sees the mistakes that are made, as the server refuses them', async () => {
    const { port } = await openHouse();
    const live = await watcher(port, { password: 'x' });
    const alice = await inLobby(port, 'alice');
    alice.socket.emit('newOfer', {});
    alice.socket.emit('newOffer', { type: 'answer', sdp: 'x' });
    alice.socket.emit('newAnswer', { answer: { type: 'answer', sdp: 'x' } });
    alice.socket.emit('newOffer', { sdp: 'x' });
    await alice.told('refused', 4);
    await live.settled();
    const refused = live.seen().filter(({ what }) => what === 'refused');
    expect(refused.map(({ name, body }) => [name, (body as { reason: string }).reason])).toEqual([
      ['newOfer', 'unknown-message'],
      ['offer', 'wrong-type'],
      ['answer', 'no-such-offer'],
      ['newOffer', 'malformed'],
    ]);
    // Whether anybody waits for the answer is to be seen as well.
    expect(live.seen().find(({ name }) => name === 'answer')!.body).toMatchObject({ ack: false });
  });

  test('is nobody in it: hears no news, has no seat, and may say nothing', async () => {
    const { port } = await openHouse();
    const live = await watcher(port, { userName: 'carol', password: 'x' });
    const alice = await inLobby(port, 'alice');
    alice.calls('alice offers');
    expect(await live.socket.emitWithAck('newOffer', { type: 'offer', sdp: 'x' })).toMatchObject({
      refusal: { reason: 'not-here' },
    });
    await alice.settled();
    expect(alice.events()).toEqual([]);
    expect((await alice.told('welcome'))[0]).toMatchObject({ peers: [] });
    expect(new Set(live.events())).toEqual(new Set(['entries']));
  });

  test('needs its password', async () => {
    const { port } = await openHouse();
    const eve = courseClient(port, { watch: true, password: 'wrong' });
    expect((await eve.told('connect_error'))[0]).toMatchObject({ data: { reason: 'wrong-password' } });
  });

  test('sees no other room, nor an earlier one of the same name', async () => {
    const { port } = await openHouse();
    const alice = await inLobby(port, 'alice', { room: 'maths' });
    await alice.socket.emitWithAck('leave');
    const live = await watcher(port, { room: 'maths' });
    await inLobby(port, 'bob', { room: 'physics' });
    await live.settled();
    expect(live.seen()).toEqual([]);
  });

  test('keeps the room open while nobody is in it', async () => {
    const { port } = await openHouse();
    const live = await watcher(port, { room: 'maths', password: 'secret' });
    const eve = courseClient(port, { room: 'maths', password: 'other' });
    await eve.told('connect_error');
    await inLobby(port, 'alice', { room: 'maths', password: 'secret' });
    await live.sees('received join');
  });
});

test('what is shown goes through one place that may leave things out', () => {
  const rooms = openRooms(randomBytes(32));
  const shown: Witnessed[] = [];
  const place = {
    address: '192.168.1.7',
    show: (entries: Witnessed[]) => void shown.push(...entries),
    unread: () => 0,
  };
  const watching = watch(rooms, hello.parse({ room: 'maths' }), { ...place, drop() {} }, (entry, room, address) => {
    return { ...entry, body: `${room} as seen from ${address}` };
  });
  const input = { at: 0, from: 'a', mail: 'm', ack: true, what: 'joined', name: 'a', keeps: false } as const;
  const room = rooms.at('maths')!;
  room.take({ ...input, lock: room.state.lock! });
  expect(shown[0]).toMatchObject({ what: 'received', name: 'join', body: 'maths as seen from 192.168.1.7' });
  if ('close' in watching) watching.close();
});
