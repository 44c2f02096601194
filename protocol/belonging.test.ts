import { describe, expect, test } from 'vitest';
import { anAnswer, anOffer, candidateOf, described, openRoom, type Saying } from './exchange.fixture.ts';

describe('a candidate that names no offer', () => {
  const real = (type: 'offer' | 'answer', ...ufrags: string[]) =>
    described(type, `v=0\r\n${ufrags.map((ufrag) => `a=ice-ufrag:${ufrag}\r\n`).join('')}`);
  const found = (name: string, ufrag?: string): Saying => ({
    what: 'candidateFound',
    candidate: candidateOf(name, ufrag),
  });

  test('belongs to the newest offer of its sender', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2'));
    room.does('alice', found('new'));
    expect(room.does('carol', anAnswer('alice:2')).granted).toMatchObject({
      candidates: [{ candidate: candidateOf('new') }],
    });
  });

  test('belongs to what its sender answered, once that is newer', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    room.does('bob', anOffer('bob:1'));
    room.does('alice', anAnswer('bob:1'));
    expect(room.does('alice', found('1')).heard).toEqual(['bob: candidate 1 of bob:1']);
  });

  test('waits for a description when there is none yet', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', found('early'));
    room.does('alice', anOffer('alice:1'));
    room.does('bob', found('early too'));
    const { granted, heard } = room.does('bob', anAnswer('alice:1'));
    expect(granted).toMatchObject({ candidates: [{ candidate: candidateOf('early') }] });
    expect(heard).toContain('alice: candidate early too of alice:1');
  });

  test('is known by its ufrag, whichever description is the newest', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1', { description: real('offer', 'aaaa', 'aaab') }));
    room.does('bob', anAnswer('alice:1', { description: real('answer', 'bbbb') }));
    room.does('alice', anOffer('alice:2', { description: real('offer', 'aaa') }));
    expect(room.does('alice', found('old', 'aaab')).heard).toEqual(['bob: candidate old of alice:1']);
    expect(room.does('alice', found('new', 'aaa')).heard).toEqual([]);
    expect(room.does('carol', anAnswer('alice:2')).granted).toMatchObject({
      candidates: [{ candidate: { candidate: 'candidate:new' } }],
    });
  });

  test('waits for the answer that is on its way, though its sender has an offer open', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1', { description: real('offer', 'aaaa') }));
    room.does('bob', anOffer('bob:1', { description: real('offer', 'bbbb') }));
    room.does('alice', found('early', 'cccc'));
    expect(room.does('alice', anAnswer('bob:1', { description: real('answer', 'cccc') })).heard).toEqual([
      'bob: answer bob:1 by alice',
      'bob: candidate early of bob:1',
    ]);
  });
});
