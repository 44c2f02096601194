import { describe, expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, candidateOf, described, openRoom, type Saying } from './exchange.fixture.ts';

describe('an answer', () => {
  test('goes to whoever offered, and brings the candidates that were held, in order', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    for (const name of ['1', '2', '3']) room.does('alice', { ...aCandidate(name, 'alice:1'), mail: name } as Saying);
    const { granted, heard, news } = room.does('bob', anAnswer('alice:1'));
    expect(granted).toEqual({
      offer: 'alice:1',
      from: { seat: 'alice', name: 'alice' },
      candidates: ['1', '2', '3'].map((mail) => ({ mail, candidate: candidateOf(mail) })),
    });
    expect(heard).toEqual(['alice: answer alice:1 by bob', 'carol: answered alice:1']);
    expect(news[0]!.news).toMatchObject({ answer: described('answer'), by: { seat: 'bob' } });
  });

  test('given twice is told once, and answered the same both times', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', aCandidate('1', 'alice:1'));
    const first = room.does('bob', anAnswer('alice:1'));
    room.does('alice', aCandidate('2', 'alice:1'));
    const second = room.does('bob', anAnswer('alice:1'));
    expect(second.heard).toEqual([]);
    expect(second.granted).toEqual(first.granted);
  });

  test.each([
    ['to an offer that nobody made', 'bob', anAnswer('alice:9'), 'no-such-offer'],
    ['to an offer of somebody who made none', 'bob', anAnswer(undefined, { caller: 'carol' }), 'no-such-offer'],
    ["to one's own offer", 'alice', anAnswer('alice:1'), 'own-offer'],
    ['that is an offer', 'bob', anAnswer('alice:1', { description: described('offer') }), 'wrong-type'],
    ['that is provisional', 'bob', anAnswer('alice:1', { description: described('pranswer') }), 'wrong-type'],
    ['of a second person', 'carol', anAnswer('alice:2'), 'already-answered'],
    ['of a second kind', 'bob', anAnswer('alice:2', { description: described('answer', 'other') }), 'already-answered'],
  ])('%s is refused', (_, who, said, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.call('alice:2');
    const before = room.state;
    expect(room.does(who, said)).toMatchObject({ reason, heard: [] });
    expect(room.state).toBe(before);
  });

  test('that says no offer is for the newest open one, of the caller that it names', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', anOffer('alice:2'));
    room.does('carol', anOffer('carol:1'));
    const to = (caller?: string, sdp = caller) =>
      room.does('bob', anAnswer(undefined, { caller, description: described('answer', sdp) })).heard[0];
    expect(to('alice')).toBe('alice: answer alice:2 by bob');
    // The same answer again is the same answer, not one to the offer before.
    expect(to('alice')).toBeUndefined();
    expect(to(undefined, 'third')).toBe('carol: answer carol:1 by bob');
  });
});
