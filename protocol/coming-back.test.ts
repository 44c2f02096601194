import { describe, expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, described, inOneLine, openRoom, type Saying } from './exchange.fixture.ts';
import { limits } from './limits.ts';
import type { Welcome } from './messages.ts';

describe('losing the connection', () => {
  const back = (heard?: number): Saying => ({ what: 'seatResumed', name: 'bob', lock: '', epoch: 1, heard });
  const away = { what: 'connectionLost' } as const;

  test('is leaving, for those who did not ask for a seat to come back to', () => {
    const room = openRoom();
    room.joins('alice');
    room.does('bob', { what: 'joined', name: 'bob', lock: '', keeps: false });
    expect(room.does('bob', away).heard).toEqual(['alice: peerLeft bob']);
  });

  test('is nobody’s business within the grace time, and what is missed comes in order', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    expect(room.does('bob', away).heard).toEqual([]);
    const told = [
      room.does('alice', anAnswer('bob:1')),
      room.does('alice', aCandidate('1', 'bob:1')),
      room.does('alice', aCandidate('2', 'bob:1')),
    ].flatMap(({ news }) => news);
    expect(told.map(({ away }) => away)).toEqual([true, true, true]);
    const { granted, heard } = room.does('bob', back(0));
    const { missed, ...welcome } = granted as Welcome;
    expect(welcome).toMatchObject({ you: { seat: 'bob', name: 'bob' }, resumed: true, last: 3 });
    expect(missed.map(({ nr, news }) => `${nr} ${inOneLine(news)}`)).toEqual([
      '1 answer bob:1 by alice',
      '2 candidate 1 of bob:1',
      '3 candidate 2 of bob:1',
    ]);
    expect(heard).toEqual([]);
  });

  test('what was on its way is told again, and only that', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    for (const n of [1, 2, 3]) room.does('alice', anOffer(`alice:${n}`));
    // The line was dead before the server knew: bob had heard the first only.
    const { missed, resumed } = room.does('bob', back(1)).granted as Welcome;
    expect(resumed).toBe(true);
    expect(missed.map(({ news }) => inOneLine(news))).toEqual(['offer alice:2', 'offer alice:3']);
    expect(room.does('alice', anOffer('alice:4')).news.map(({ nr }) => nr)).toEqual([4]);
  });

  test('for longer than the grace time is leaving', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    room.does('bob', { ...away, at: 1000 });
    expect(room.does('bob', { what: 'graceOver', awaySince: 1000 }).heard).toEqual([
      'alice: left bob:1',
      'alice: peerLeft bob',
    ]);
  });

  test('a grace that began before the last return is over for nobody', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', { ...away, at: 1000 });
    room.does('bob', back(0));
    expect(room.does('bob', { what: 'graceOver', awaySince: 1000 }).heard).toEqual([]);
    room.does('bob', { ...away, at: 2000 });
    expect(room.does('bob', { what: 'graceOver', awaySince: 1000 }).heard).toEqual([]);
    expect(room.state.seats.has('bob')).toBe(true);
  });

  test.each([
    ['a page that remembers nothing', undefined],
    ['a page that heard more than was ever told', 99],
  ])('%s keeps seat and name, and begins a new life', (_, heard) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    room.does('bob', away);
    const { granted, heard: others } = room.does('bob', back(heard));
    expect(granted).toMatchObject({ you: { seat: 'bob', name: 'bob' }, resumed: false, last: 0, missed: [] });
    expect(others).toEqual(['alice: left bob:1', 'alice: peerLeft bob', 'alice: peerJoined bob']);
  });

  test('more than is kept was missed: a new life as well', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', away);
    for (let n = 0; n <= limits.kept.messages; n++) {
      room.does('alice', anOffer(`alice:${n}`));
      room.does('alice', { what: 'offerWithdrawn', offer: `alice:${n}` });
    }
    expect(room.state.seats.get('bob')!.kept).toHaveLength(limits.kept.messages);
    expect(room.does('bob', back(0)).granted).toMatchObject({ resumed: false });
  });

  test('no more characters are kept than allowed', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const long = 'x'.repeat(limits.kept.characters / 2 - 100);
    for (const n of [1, 2, 3])
      room.does('alice', anOffer(`alice:${n}`, { description: described('offer', `${n}${long}`) }));
    expect(room.state.seats.get('bob')!.kept.map(({ nr }) => nr)).toEqual([2, 3]);
  });

  test('another tab of the same browser sits down beside the first', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    room.does('alice', anOffer('alice:1'));
    const { granted, heard } = room.does('bob', back());
    expect(granted).toMatchObject({ resumed: true, last: 1, offers: [{ id: 'alice:1' }], missed: [] });
    expect(heard).toEqual([]);
    expect(room.state.calls.has('bob:1')).toBe(true);
  });
});
