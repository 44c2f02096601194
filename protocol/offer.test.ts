import { describe, expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, described, openRoom } from './exchange.fixture.ts';
import { limits } from './limits.ts';

describe('an offer', () => {
  test('is told to everybody else', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    const { granted, heard } = room.does('alice', anOffer('alice:1'));
    expect(granted).toEqual({ offer: 'alice:1' });
    expect(heard).toEqual(['bob: offer alice:1', 'carol: offer alice:1']);
  });

  test('to one is told to that one', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    expect(room.does('alice', anOffer('alice:1', { to: 'carol' })).heard).toEqual(['carol: offer alice:1']);
    expect(room.does('bob', anAnswer('alice:1')).reason).toBe('not-yours');
    expect(room.does('bob', aCandidate('b', 'alice:1')).reason).toBe('not-yours');
    expect(room.does('carol', anAnswer('alice:1')).heard).toEqual(['alice: answer alice:1 by carol']);
  });

  test.each([
    ['that is an answer', anOffer('alice:2', { description: described('answer') }), 'wrong-type'],
    ['that is a rollback', anOffer('alice:2', { description: described('rollback') }), 'wrong-type'],
    ['under an id that says somebody else', anOffer('bob:2'), 'foreign-id'],
    ['under an id that says nobody', anOffer('2'), 'foreign-id'],
    ['under the id of another', anOffer('alice:1', { description: described('offer', 'other') }), 'id-taken'],
    ['to somebody who is not there', anOffer('alice:2', { to: 'carol' }), 'no-such-peer'],
    ['to oneself', anOffer('alice:2', { to: 'alice' }), 'no-such-peer'],
  ])('%s is refused', (_, said, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    const before = room.state;
    expect(room.does('alice', said)).toMatchObject({ reason, heard: [] });
    expect(room.state).toBe(before);
  });

  test('that comes again under its id is granted, and told to nobody twice', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    expect(room.does('alice', anOffer('alice:1'))).toMatchObject({ reply: { ok: true }, heard: [] });
  });

  test('one too many is refused until another is gone', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    for (let n = 0; n < limits.offers; n++) room.does('alice', anOffer(`alice:${n}`));
    expect(room.does('alice', anOffer('alice:x')).reason).toBe('too-many-offers');
    room.does('alice', { what: 'offerWithdrawn', offer: 'alice:0' });
    expect(room.does('alice', anOffer('alice:x')).reply.ok).toBe(true);
  });

  test('of one at a time stands in for the one before, unless that was answered', () => {
    const room = openRoom();
    const [alone, said] = [{ oneAtATime: true }, (offer: string) => room.does('alice', anOffer(offer, alone)).heard];
    room.joins('alice', 'bob');
    expect(said('alice:1')).toEqual(['bob: offer alice:1']);
    expect(said('alice:2')).toEqual(['bob: withdrawn alice:1', 'bob: offer alice:2']);
    room.does('bob', anAnswer('alice:2'));
    expect(said('alice:3')).toEqual(['bob: offer alice:3']);
    expect([...room.state.calls.keys()]).toEqual(['alice:2', 'alice:3']);
  });

  test('of one at a time yields to one that waits: of two that cross the first stands', () => {
    const room = openRoom();
    const alone = { oneAtATime: true };
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1', alone));
    expect(room.does('bob', anOffer('bob:1', alone))).toMatchObject({ reason: 'crossed', heard: [] });
    room.does('bob', anAnswer());
    expect(room.does('bob', anOffer('bob:1', alone)).heard).toEqual(['alice: offer bob:1']);
  });

  test('that was answered counts no more, and of the calls that came of it the last are remembered', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const calls = Array.from({ length: 3 * limits.calls }, (_, n) => `alice:${n}`);
    for (const offer of calls) expect(room.call(offer).reply.ok).toBe(true);
    expect([...room.state.calls.keys()]).toEqual(calls.slice(-limits.calls));
  });

  test('of somebody who has no seat is refused', () => {
    expect(openRoom().does('alice', anOffer('alice:1')).reason).toBe('not-here');
  });

  test('told again after the server forgot everything is an offer again', () => {
    const room = openRoom();
    room.joins('bob');
    room.does('alice', { what: 'seatResumed', name: 'alice', lock: '', epoch: 3, heard: 12 });
    expect(room.does('alice', anOffer('alice:1')).heard).toEqual(['bob: offer alice:1']);
    expect(room.does('bob', anAnswer('alice:1')).heard).toEqual(['alice: answer alice:1 by bob']);
  });
});
