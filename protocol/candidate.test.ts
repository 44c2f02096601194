import { describe, expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, candidateOf, described, openRoom, type Saying } from './exchange.fixture.ts';
import { limits } from './limits.ts';

describe('a candidate', () => {
  test('of an offer is held until the answer, and passed on after it', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    expect(room.does('alice', aCandidate('1', 'alice:1')).heard).toEqual([]);
    room.does('bob', anAnswer('alice:1'));
    expect(room.does('alice', aCandidate('2', 'alice:1')).heard).toEqual(['bob: candidate 2 of alice:1']);
    expect(room.does('bob', aCandidate('3', 'alice:1')).heard).toEqual(['alice: candidate 3 of alice:1']);
  });

  test('of an answer that is still to come waits for it, in order', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', anOffer('alice:2'));
    for (const name of ['1', '2']) expect(room.does('bob', aCandidate(name, 'alice:1')).heard).toEqual([]);
    room.does('bob', aCandidate('other', 'alice:2'));
    room.does('carol', aCandidate('never', 'alice:1'));
    expect(room.does('bob', anAnswer('alice:1')).heard).toEqual([
      'alice: answer alice:1 by bob',
      'alice: candidate 1 of alice:1',
      'alice: candidate 2 of alice:1',
      'carol: answered alice:1',
    ]);
    expect(room.does('bob', anAnswer('alice:2', { description: described('answer', '2') })).heard).toContain(
      'alice: candidate other of alice:2',
    );
    expect(room.does('carol', aCandidate('late', 'alice:1')).reason).toBe('not-yours');
  });

  test.each([
    ['for an offer that nobody made', 'bob', 'alice:9', 'no-such-offer'],
    ['for an offer between two others', 'carol', 'alice:1', 'not-yours'],
  ])('%s is refused', (_, who, offer, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    expect(room.does(who, aCandidate('x', offer))).toMatchObject({ reason, heard: [] });
  });

  test('can be the last word: there are no more', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.call('alice:1');
    const { news } = room.does('alice', { what: 'candidateFound', offer: 'alice:1', candidate: null });
    expect(news[0]!.news).toMatchObject({ what: 'candidateFound', candidate: null });
  });

  test.each([
    ['of an offer', 'alice'],
    ['of an answer to come', 'bob'],
  ])('%s is held up to a number', (_, who) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    for (let n = 0; n < limits.candidates; n++) room.does(who, aCandidate(`${n}`, 'alice:1'));
    expect(room.does(who, aCandidate('x', 'alice:1')).reason).toBe('too-many-candidates');
  });

  test('held for an answer is forgotten with the offer', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    room.does('bob', aCandidate('1', 'alice:1'));
    room.does('alice', { what: 'offerWithdrawn', offer: 'alice:1' });
    expect(room.state.seats.get('bob')!.early).toEqual([]);
  });
});

describe('whoever collects before answering', () => {
  const found = (nr: number): Saying => ({ what: 'candidateFound', offer: 'alice:1', candidate: candidateOf(`${nr}`) });
  const collect: Saying = { what: 'collected', offer: 'alice:1' };
  const names = (granted: unknown) =>
    (granted as { candidates: { candidate: { candidate: string } }[] }).candidates.map(({ candidate }) =>
      candidate.candidate.slice(10),
    );

  function offered() {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', found(1));
    return room;
  }

  test('has what is held so far, as often as they ask, and with the answer what has come since', () => {
    const room = offered();
    expect(names(room.does('bob', collect).granted)).toEqual(['1']);
    expect(names(room.does('bob', { ...collect, mail: 'again' }).granted)).toEqual(['1']);
    expect(names(room.does('bob', { ...collect, mail: 'again' }).granted)).toEqual(['1']);
    room.does('alice', found(2));
    expect(names(room.does('bob', anAnswer('alice:1')).granted)).toEqual(['2']);
  });

  test('takes nothing away from another who answers', () => {
    const room = offered();
    room.does('bob', collect);
    expect(names(room.does('carol', anAnswer('alice:1')).granted)).toEqual(['1']);
    expect(room.does('bob', collect).reason).toBe('already-answered');
  });

  test('is told where there is nothing to collect for them', () => {
    const room = offered();
    room.does('alice', anOffer('alice:2', { to: 'carol' }));
    expect(room.does('bob', { ...collect, offer: 'alice:3' }).reason).toBe('no-such-offer');
    expect(room.does('bob', { ...collect, offer: 'alice:2' }).reason).toBe('not-yours');
    expect(room.does('alice', collect).reason).toBe('own-offer');
  });
});
