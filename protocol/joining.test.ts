import { describe, expect, test } from 'vitest';
import { anAnswer, anOffer, described, openRoom, type Saying } from './exchange.fixture.ts';
import { limits } from './limits.ts';
import type { Welcome } from './messages.ts';

describe('joining', () => {
  test('whoever joins learns who is there and which offers wait', () => {
    const room = openRoom();
    room.joins('alice');
    room.does('alice', anOffer('alice:1'));
    const { granted, heard } = room.joins('bob');
    expect(granted).toMatchObject({
      you: { seat: 'bob', name: 'bob' },
      resumed: false,
      last: 0,
      peers: [{ seat: 'alice', name: 'alice' }],
      offers: [{ id: 'alice:1', from: { name: 'alice' } }],
      missed: [],
    });
    expect(heard).toEqual(['alice: peerJoined bob']);
  });

  test('an offer that was answered, or is for somebody else, waits for nobody', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2', { to: 'bob' }));
    room.does('alice', anOffer('alice:3'));
    const { offers } = room.joins('carol').granted as Welcome;
    expect(offers.map(({ id }) => id)).toEqual(['alice:3']);
  });

  test('a name that is taken gets a number', () => {
    const room = openRoom();
    room.joins('alice');
    const join = (seat: string, name: string) => room.does(seat, { what: 'joined', name, lock: '', keeps: false });
    expect(join('a2', 'alice').granted).toMatchObject({ you: { name: 'alice 2' } });
    expect(join('a3', 'Alice').granted).toMatchObject({ you: { name: 'Alice 3' } });
    room.does('a2', { what: 'left' });
    expect(join('a4', 'ＡＬＩＣＥ').granted).toMatchObject({ you: { name: 'ＡＬＩＣＥ 2' } });
  });

  test.each([
    ['joins', { what: 'joined', name: 'eve', lock: 'wrong', keeps: false }],
    ['comes back', { what: 'seatResumed', name: 'eve', lock: 'wrong', epoch: 1 }],
    ['watches', { what: 'watched', lock: 'wrong' }],
  ] satisfies [string, Saying][])('nobody %s without the password of whoever came first', (_, said) => {
    const room = openRoom();
    room.does('alice', { what: 'joined', name: 'alice', lock: 'right', keeps: false });
    const before = room.state;
    expect(room.does('eve', said)).toMatchObject({ reason: 'wrong-password', heard: [] });
    expect(room.state).toBe(before);
    expect(room.does('bob', { ...said, lock: 'right' } as Saying).reply.ok).toBe(true);
  });

  describe('of more offers than anybody could read', () => {
    /** Two who offer whatever they may, each as long as it may be. */
    function hostileRoom() {
      const room = openRoom();
      room.joins('alice', 'bob');
      for (const [at, from] of ['alice', 'bob'].entries())
        for (let n = 0; n < limits.offers; n++) {
          const sdp = `${at * limits.offers + n}`.padEnd(limits.description, 'x');
          room.does(from, anOffer(`${from}:${n}`, { description: described('offer', sdp) }));
        }
      return room;
    }

    test('a newcomer is shown the newest, and told how many there are besides', () => {
      const { offers, unshown } = hostileRoom().joins('carol').granted as Welcome;
      const characters = offers.reduce((sum, { description }) => sum + description.sdp.length, 0);
      expect(characters).toBeLessThanOrEqual(limits.shownOffers);
      expect(characters).toBeGreaterThan(limits.shownOffers - limits.description);
      expect(offers.at(-1)!.id).toBe(`bob:${limits.offers - 1}`);
      expect(offers.length + unshown).toBe(2 * limits.offers);
    });

    test('whatever is shown can be answered, and what is not has its answer by its id', () => {
      const room = hostileRoom();
      const { offers } = room.joins('carol').granted as Welcome;
      for (const { id } of offers) expect(room.does('carol', anAnswer(id)).reply.ok).toBe(true);
      expect(room.does('carol', anAnswer('alice:0')).reply.ok).toBe(true);
    });

    test('when some of those are gone, whoever comes next is shown older ones', () => {
      const room = hostileRoom();
      room.does('bob', { what: 'left' });
      const { offers, unshown } = room.joins('carol').granted as Welcome;
      expect(offers.at(-1)!.id).toBe(`alice:${limits.offers - 1}`);
      expect(offers.length + unshown).toBe(limits.offers);
    });
  });

  test('a full room takes nobody', () => {
    const room = openRoom();
    const names = Array.from({ length: limits.seats }, (_, n) => `learner ${n}`);
    room.joins(...names);
    expect(room.joins('one more').reason).toBe('room-full');
    room.does('learner 7', { what: 'left' });
    expect(room.joins('one more').reply.ok).toBe(true);
  });
});

test('who is only waited for shuts nobody out: of a full room, who has been away for longest makes place', () => {
  const room = openRoom();
  room.joins(...Array.from({ length: limits.seats }, (_, n) => `learner ${n}`));
  room.does('learner 9', { what: 'connectionLost' });
  room.does('learner 3', { what: 'connectionLost' });
  room.does('learner 9', { what: 'offered', offer: 'learner 9:1', description: described('offer') });
  const { reply, heard } = room.joins('alice');
  expect(reply.ok).toBe(true);
  expect(heard.filter((news) => news.startsWith('learner 0:'))).toEqual([
    'learner 0: left learner 9:1',
    'learner 0: peerLeft learner 9',
    'learner 0: peerJoined alice',
  ]);
  expect(room.joins('bob').reply.ok).toBe(true);
  expect(room.joins('carol').reason).toBe('room-full');
  // A page that was away too long is as welcome as any other.
  room.does('bob', { what: 'connectionLost' });
  expect(room.does('learner 3', { what: 'seatResumed', name: 'learner 3', lock: '', epoch: 1 }).granted).toMatchObject({
    you: { seat: 'learner 3' },
    resumed: false,
  });
});
