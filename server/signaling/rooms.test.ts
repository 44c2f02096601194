import { describe, expect, onTestFinished, test } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import type { Reply } from '../../protocol/refusal.ts';
import { openHouse } from '../house.fixture.ts';
import { courseClient, ice, inLobby } from './course-client.fixture.ts';
import { openRooms } from './rooms.ts';
import { enter } from './session.ts';
import { startSignaling } from './signaling.fixture.ts';

async function signaling() {
  const started = await startSignaling();
  onTestFinished(started.close);
  return started;
}

describe('a room', () => {
  test('hears nothing of another', async () => {
    const { port } = await openHouse();
    const alice = await inLobby(port, 'alice', { room: 'maths' });
    const bob = await inLobby(port, 'bob', { room: 'physics' });
    alice.calls('alice offers');
    const { value } = (await alice.socket.emitWithAck('newOffer', { type: 'offer', sdp: 'second' })) as {
      value: { offer: string };
    };
    // Who knows an id from elsewhere can do nothing with it.
    const offer = value.offer;
    const reason = 'no-such-offer';
    expect(await bob.answers({ offerId: offer } as never, 'x')).toMatchObject({ refusal: { reason } });
    expect(await bob.socket.emitWithAck('hangUp', { offer })).toMatchObject({ refusal: { reason } });
    const candidate = { iceCandidate: ice('x') };
    expect(await bob.socket.emitWithAck('sendIceCandidateToSignalingServer', candidate, { offer })).toMatchObject({
      refusal: { reason },
    });
    await bob.settled();
    await alice.settled();
    expect([alice.events(), bob.events()]).toEqual([[], []]);
  });

  test('belongs to whoever opened it: who has not its password is told so', async () => {
    const { port } = await openHouse();
    await inLobby(port, 'alice', { room: 'maths', password: 'secret' });
    for (const password of ['', 'x', 'Secret', 'secret ']) {
      const eve = courseClient(port, { userName: 'eve', room: 'maths', password });
      expect((await eve.told('connect_error'))[0]).toMatchObject({
        message: expect.stringContaining('not the password of this room'),
        data: { reason: 'wrong-password' },
      });
    }
    await inLobby(port, 'bob', { room: 'maths', password: 'secret' });
  });

  test('is gone with the last who leaves, and so are its password and its past', async () => {
    const { port, rooms } = await signaling();
    const alice = await inLobby(port, 'alice', { room: 'maths', password: 'secret' });
    alice.calls('alice offers');
    await alice.settled();
    const life = rooms.at('maths');
    await alice.socket.emitWithAck('leave');
    expect(life!.isEmpty).toBe(true);
    const bob = await inLobby(port, 'bob', { room: 'maths', password: 'other' });
    expect(rooms.at('maths')).not.toBe(life);
    await bob.settled();
    expect(bob.events()).toEqual([]);
  });

  test('that nobody could enter is not left open', async () => {
    const { port, rooms } = await signaling();
    const before = rooms.at('lobby');
    const eve = courseClient(port, { userName: 'eve', password: 'wrong' });
    await eve.told('connect_error');
    expect(rooms.at('lobby')).not.toBe(before);
  });

  test('named like a part of every object is a room like any other', async () => {
    const { port } = await openHouse();
    for (const room of ['__proto__', 'constructor', 'toString']) {
      const [alice, bob] = [await inLobby(port, 'alice', { room }), await inLobby(port, '__proto__', { room })];
      bob.calls('bob offers');
      expect(await alice.waitingOffer()).toMatchObject({ offererUserName: '__proto__' });
    }
  });
});

describe('a connection', () => {
  test('that ends before it began leaves no seat behind', async () => {
    const { port, rooms, io } = await signaling();
    const bob = await inLobby(port, 'bob');
    io.use((socket, next) => {
      socket.conn.close(true);
      next();
    });
    const eve = courseClient(port, { userName: 'eve', password: 'x' }, { transports: ['websocket'] });
    expect((await bob.told('peerJoined'))[0]).toMatchObject({ peer: { name: 'eve' } });
    expect((await bob.told('peerLeft'))[0]).toMatchObject({ peer: { name: 'eve' } });
    await eve.told('disconnect');
    expect(eve.events()).toEqual(['disconnect']);
    expect(rooms.at('lobby')!.state.seats.size).toBe(1);
  });

  test('brings one guest, however often it introduces one', async () => {
    const { port, rooms } = await signaling();
    const eve = courseClient(port, { userName: 'eve', password: 'x' }, { transports: ['websocket'] });
    eve.socket.io.on('open', () => {
      const { ws } = eve.socket.io.engine.transport as unknown as { ws: WebSocket };
      for (let n = 0; n < 50; n++) ws.send('40{"userName":"eve","password":"x"}');
    });
    await Promise.race([eve.told('disconnect'), eve.told('connect_error')]);
    expect(rooms.at('lobby')!.state.seats.size).toBeLessThanOrEqual(1);
  });
});

describe('the house', () => {
  const wire = (address = '127.0.0.1') => ({ address, tell() {}, unread: () => 0, drop() {} });
  const said = { password: '', name: 'guest', watch: false };

  function house() {
    const rooms = openRooms(Buffer.alloc(32));
    onTestFinished(rooms.close);
    let guests = 0;
    return {
      rooms,
      /** Somebody comes, with a seat to come back to, into a room with a few others, or into one of their own. */
      comes(room = `room ${Math.floor(guests / 10)}`) {
        guests += 1;
        return enter(rooms, { ...said, room, seat: '' }, wire());
      },
    };
  }

  const reasonOf = (entered: ReturnType<typeof enter>) => ('refusal' in entered ? entered.refusal.reason : undefined);

  test('has so many seats, and then a place for whoever comes when another has gone', () => {
    const { comes } = house();
    const guests = Array.from({ length: limits.house.seats }, () => comes());
    expect(guests.map(reasonOf).filter(Boolean)).toEqual([]);
    expect([comes('room 0'), comes('another'), comes('lobby')].map(reasonOf)).toEqual(Array(3).fill('house-full'));
    // Whoever left without a word is waited for, and shuts nobody out.
    for (const guest of guests.slice(0, 2)) if ('session' in guest) guest.session.lost();
    expect([comes('another'), comes('another'), comes('another')].map(reasonOf)).toEqual([
      undefined,
      undefined,
      'house-full',
    ]);
  });

  test('has so many rooms, and forgets those that nobody is in', () => {
    const { rooms, comes } = house();
    const guests = Array.from({ length: limits.house.rooms }, (_, n) => comes(`room ${n}`));
    expect(guests.map(reasonOf).filter(Boolean)).toEqual([]);
    expect(reasonOf(comes('one more'))).toBe('house-full');
    expect(rooms.seatsIn('one more')).toBe(0);
    const [first] = guests;
    if ('session' in first!) first.session.ask({ what: 'leave' }, false, () => {});
    expect(reasonOf(comes('one more'))).toBeUndefined();
  });

  test('holds so many characters of descriptions, and no candidate is refused for it', () => {
    const { rooms, comes } = house();
    const sdp = 'x'.repeat(limits.description);
    const answers: (string | undefined)[] = [];
    const noteDown = (reply: Reply<unknown>) => void answers.push(reply.ok ? undefined : reply.refusal.reason);
    while (!rooms.isFull()) {
      const guest = comes();
      if (!('session' in guest)) throw new Error('There is a place.');
      for (let n = 0; n < limits.offers; n++)
        guest.session.ask({ what: 'offer', description: { type: 'offer', sdp } }, true, noteDown);
    }
    const guest = comes();
    if (!('session' in guest)) throw new Error('There is a place.');
    answers.length = 0;
    guest.session.ask({ what: 'offer', description: { type: 'offer', sdp } }, true, noteDown);
    guest.session.ask({ what: 'candidate', candidate: null }, true, noteDown);
    expect(answers).toEqual(['house-full', undefined]);
  });
});

describe('passwords', () => {
  test('cannot be tried without end', async () => {
    const { port } = await openHouse();
    await inLobby(port, 'alice', { room: 'maths', password: 'secret' });
    const guess = async (password: string) => {
      const eve = courseClient(port, { userName: 'eve', room: 'maths', password }, { transports: ['websocket'] });
      const [error] = (await eve.told('connect_error')) as [Error & { data: { reason: string } }];
      return error.data.reason;
    };
    const reasons = new Set<string>();
    // As many as allowed at once, and those that time brings back while they are tried.
    for (let n = 0; n < 10 * limits.wrongPasswords.atOnce && !reasons.has('too-fast'); n++)
      reasons.add(await guess(`${n}`));
    expect(reasons).toEqual(new Set(['wrong-password', 'too-fast']));
    // Whoever comes from behind the same router has their own room, and the lobby.
    await inLobby(port, 'bob', { room: 'physics', password: 'other' });
    await inLobby(port, 'carol');
  });

  test('of the lobby is no secret, and being wrong about it shuts nobody out', async () => {
    const { rooms, port } = await signaling();
    const hello = { room: 'lobby', password: 'wrong', name: 'eve', watch: false };
    const wire = { address: '127.0.0.1', tell() {}, unread: () => 0, drop() {} };
    for (let n = 0; n < 3 * limits.wrongPasswords.atOnce; n++)
      expect(enter(rooms, hello, wire)).toMatchObject({ refusal: { reason: 'wrong-password' } });
    await inLobby(port, 'alice');
  });
});
