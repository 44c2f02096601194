import { describe, expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, openRoom } from './exchange.fixture.ts';

describe('what is over', () => {
  test('whoever is called by name may refuse, and the caller hears of it; who was not called by name may not', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1', { to: 'bob' }));
    room.does('alice', anOffer('alice:2'));
    expect(room.does('carol', { what: 'hungUp', offer: 'alice:1' }).reason).toBe('not-yours');
    expect(room.does('bob', { what: 'hungUp', offer: 'alice:2' }).reason).toBe('not-yours');
    expect(room.does('bob', { what: 'hungUp', offer: 'alice:1' }).heard).toEqual(['alice: hungUp alice:1 by bob']);
    expect(room.state.calls.has('alice:1')).toBe(false);
  });

  test('an open offer can be withdrawn, and everybody who heard it hears that', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', anOffer('alice:2', { to: 'carol' }));
    const withdraw = (offer: string) => room.does('alice', { what: 'offerWithdrawn', offer });
    expect(withdraw('alice:1').heard).toEqual(['bob: withdrawn alice:1', 'carol: withdrawn alice:1']);
    expect(withdraw('alice:2').heard).toEqual(['carol: withdrawn alice:2']);
    expect(room.does('bob', anAnswer('alice:1')).reason).toBe('no-such-offer');
  });

  test.each([
    ['alice', 'hungUp', 'bob'],
    ['bob', 'hungUp', 'alice'],
    // The answer was faster: what was meant to be withdrawn is a call by now.
    ['alice', 'offerWithdrawn', 'bob'],
  ] as const)('%s says %s, and only %s hears it', (who, what, other) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    expect(room.does(who, { what, offer: 'alice:1' }).heard).toEqual([`${other}: hungUp alice:1 by ${who}`]);
    expect(room.does('alice', aCandidate('late', 'alice:1')).reason).toBe('no-such-offer');
  });

  test.each([
    ['an offer that was never made', 'alice', 'alice:9', 'no-such-offer'],
    ['an open offer of another', 'bob', 'alice:2', 'not-yours'],
    ['a call between two others', 'carol', 'alice:1', 'not-yours'],
  ])('nobody can end %s', (_, who, offer, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2'));
    for (const what of ['offerWithdrawn', 'hungUp'] as const)
      expect(room.does(who, { what, offer })).toMatchObject({ reason, heard: [] });
  });

  test('whoever leaves takes their open offers along, and their calls go on without the server', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2'));
    expect(room.does('alice', { what: 'left' }).heard).toEqual([
      'bob: left alice:2',
      'carol: left alice:2',
      'bob: peerLeft alice',
      'carol: peerLeft alice',
    ]);
    expect(room.state.calls.size).toBe(0);
    expect(room.does('alice', anOffer('alice:3')).reason).toBe('not-here');
  });
});
