import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { hello } from '../../protocol/messages.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { openHouse } from '../house.fixture.ts';
import { courseClient, ice, inLobby } from './course-client.fixture.ts';
import { isHere } from './is-here.ts';
import { openRooms } from './rooms.ts';
import { type Watching, type Window, watch } from './watch.ts';

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

/** Rooms with no socket in sight, and somebody who says things in one of them. */
function house(name = 'maths', password = '', now = 0) {
  const rooms = openRooms(randomBytes(32), () => now);
  const shown: Witnessed[] = [];
  const plain: Window = {
    address: '192.168.1.7',
    isHere: false,
    show: (entries) => void shown.push(...entries),
    unread: () => 0,
    whenRead() {},
    drop() {},
  };
  const open = (window: Partial<Window> = {}) =>
    watch(rooms, hello.parse({ room: name, password, watch: true }), { ...plain, ...window });
  let said = 0;
  const input = () => ({ at: 0, from: 'a', mail: `m${++said}`, ack: true }) as const;
  const room = rooms.at(name)!;
  return {
    rooms,
    shown,
    open,
    join: () => room.take({ ...input(), what: 'joined', name: 'alice', keeps: false, lock: room.state.lock! }),
    offer(sdp: string) {
      const offer = `a:${said}`;
      room.take({ ...input(), what: 'offered', offer, description: { type: 'offer', sdp } });
      room.take({ ...input(), what: 'offerWithdrawn', offer });
    },
  };
}

const sdp = 'v=0\r\na=ice-pwd:verysecretverysecret12\r\na=candidate:1 1 udp 1 192.168.1.9 5 typ host\r\n';

test.each([
  ['the lobby, from elsewhere', 'lobby', 'x', false, false],
  ['the lobby, from this machine', 'lobby', 'x', true, true],
  ['a room with a password of its own, from elsewhere', 'maths', 'secret', false, true],
])('addresses and keys of %s are shown as they are: %5$s', (_, name, password, isHere, isPlain) => {
  const { open, join, offer, shown } = house(name, password);
  (open({ isHere }) as Watching).start();
  join();
  offer(sdp);
  const text = JSON.stringify(shown);
  expect(text).toContain('a=ice-pwd:');
  for (const secret of ['192.168.1.9', 'verysecret']) expect(text.includes(secret)).toBe(isPlain);
});

test('what a server saw of a room has other ids than what the one before it saw of the same room', () => {
  const idsAt = (now: number) => {
    const { open, join, offer, shown } = house('maths', '', now);
    (open() as Watching).start();
    join();
    for (let times = 0; times < 100; times++) offer('v=0');
    return shown.map(({ id }) => id);
  };
  const [before, after] = [idsAt(1_763_000_000_000), idsAt(1_763_000_000_001)];
  expect(before.length).toBeGreaterThan(300);
  expect(new Set([...before, ...after]).size).toBe(before.length + after.length);
  expect(Number.isSafeInteger(Number(after.at(-1)!.split(/[:.]/)[1]))).toBe(true);
});

describe('hostile watchers', () => {
  test('a slow one is shown as much as they read, costs nothing meanwhile, and is let go when it is forgotten', () => {
    const { open, join, offer } = house();
    const [messages, reading, dropped] = [[] as Witnessed[][], [] as (() => void)[], [] as string[]];
    const show = (entries: Witnessed[]) => void messages.push(entries);
    (
      open({
        show,
        unread: () => (messages.length > reading.length ? 1 : 0),
        whenRead: (go) => void reading.push(go),
        drop: () => void dropped.push('slow'),
      }) as Watching
    ).start();
    join();
    const long = 'x'.repeat(limits.description);
    for (let n = 0; n < 30; n++) offer(long);
    expect(messages.length).toBeLessThan(4);
    for (const message of messages) expect(JSON.stringify(message).length).toBeLessThan(limits.shown * 2);
    for (let n = 0; n < limits.history.ofOne; n++) offer('v=0');
    reading.at(-1)!();
    expect(dropped).toEqual(['slow']);
  });

  test('a long past comes in pieces, in order, and all of it', () => {
    const { open, join, offer } = house();
    (open() as Watching).start();
    join();
    for (let n = 0; n < 20; n++) offer('x'.repeat(limits.description));
    const pieces: Witnessed[][] = [];
    (open({ show: (entries) => void pieces.push(entries) }) as Watching).start();
    expect(pieces.length).toBeGreaterThan(4);
    const ids = pieces.flat().map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids.filter((id) => id.endsWith('.0'))).toHaveLength(1 + 2 * 20);
  });

  test('a thousand see the same, and one more than the limit is turned away until somebody leaves', () => {
    const { open, join, offer, rooms } = house();
    let seen = 0;
    const show = (entries: Witnessed[]) => {
      seen += entries.length;
    };
    const all = Array.from({ length: limits.watchers }, () => open({ show }) as Watching);
    for (const { start } of all) start();
    join();
    offer('v=0');
    expect(seen % limits.watchers).toBe(0);
    expect(seen).toBeGreaterThan(0);
    expect(open()).toMatchObject({ refusal: { reason: 'house-full' } });
    all[0]!.close();
    expect(open()).not.toHaveProperty('refusal');
    for (const { close } of all) close();
    expect(rooms.windows.size).toBe(1);
  });

  test('whoever never started is shown nothing, and leaves nothing behind', () => {
    const { open, join, shown, rooms } = house();
    const { close } = open() as Watching;
    join();
    expect(shown).toEqual([]);
    close();
    expect(rooms.windows.size).toBe(0);
  });
});

test.each([
  ['127.0.0.1', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['10.1.1.1', {}, true],
  ['::ffff:10.1.1.1', {}, true],
  ['10.1.1.2', {}, false],
  ['', {}, false],
  ['127.0.0.1', { 'x-forwarded-for': '203.0.113.5' }, false],
  ['127.0.0.1', { forwarded: 'for=203.0.113.5' }, false],
])('at “%s” with %j, at this machine is %s', (address, headers, expected) => {
  expect(isHere(address, headers, ['10.1.1.1'])).toBe(expected);
});
