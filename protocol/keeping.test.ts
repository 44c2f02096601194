import { expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, openRoom } from './exchange.fixture.ts';
import { deskView } from './keeping.ts';
import { limits } from './limits.ts';

/** Alice and Bob, and Cyd who plays the server. */
function three() {
  const room = openRoom();
  room.joins('alice', 'bob');
  room.does('cyd', { what: 'keeperCame', lock: '' });
  const desk = () => deskView(room.state).map(({ what, from, to }) => `${from}: ${what} to ${to}`);
  const next = () => room.state.desk!.letters[0]!.nr;
  return { ...room, desk, passesOn: (upTo = next()) => room.does('cyd', { what: 'passedOn', upTo }) };
}

test('what the two say waits until it is passed on, in its order, and each is told that it does', () => {
  const { does, desk, passesOn } = three();
  expect(does('alice', anOffer('alice:1')).heard).toEqual(['alice: held up yours', 'bob: held up for you']);
  does('alice', aCandidate('a1'));
  expect(desk()).toEqual(['alice: offerWaiting to bob']);
  expect(passesOn().heard).toEqual(['bob: offer alice:1', 'alice: held up no more', 'bob: held up no more']);
  // What the server keeps with an offer is had by asking, and nobody's message.
  expect(does('bob', anAnswer('alice:1')).granted).toMatchObject({ candidates: [{ mail: 'alice-5' }] });
  does('bob', aCandidate('b1'));
  does('alice', aCandidate('a2'));
  expect(desk()).toEqual(['bob: answered to alice', 'bob: candidateFound to alice', 'alice: candidateFound to bob']);
  expect(passesOn().heard).toEqual(['alice: answer alice:1 by bob']);
  expect(passesOn(Infinity).heard).toEqual([
    'alice: candidate b1 of alice:1',
    'bob: candidate a2 of alice:1',
    'alice: held up no more',
    'bob: held up no more',
  ]);
  expect(does('bob', { what: 'hungUp', offer: 'alice:1' }).heard).toEqual([
    'alice: held up for you',
    'bob: held up yours',
  ]);
});

test('as soon as nobody plays the server, it passes on by itself', () => {
  const { does, state: _, ...room } = three();
  does('dan', { what: 'keeperCame', lock: '' });
  does('alice', anOffer('alice:1'));
  expect(does('cyd', { what: 'keeperWent' }).heard).toEqual([]);
  expect(room.desk()).toHaveLength(1);
  expect(does('dan', { what: 'keeperWent' }).heard).toEqual([
    'bob: offer alice:1',
    'alice: held up no more',
    'bob: held up no more',
  ]);
  expect(does('bob', anAnswer('alice:1')).heard).toEqual(['alice: answer alice:1 by bob']);
});

test('who comes, and who goes, is told at once; who comes gets what was offered from the desk', () => {
  const room = openRoom();
  room.joins('alice');
  room.does('cyd', { what: 'keeperCame', lock: '' });
  room.does('alice', anOffer('alice:1'));
  const joined = room.joins('bob');
  expect(joined.granted).toMatchObject({ offers: [] });
  expect(joined.heard).toEqual(['alice: peerJoined bob', 'alice: held up yours', 'bob: held up for you']);
  expect(room.does('cyd', { what: 'passedOn', upTo: 1 }).heard).toContain('bob: offer alice:1');
  room.does('alice', aCandidate('a1', 'alice:1'));
  expect(room.does('bob', { what: 'left' }).heard).toContain('alice: peerLeft bob');
});

test('what is over is passed on to nobody who never heard of it, and of a call nothing but its end', () => {
  const { does, desk, passesOn } = three();
  does('alice', anOffer('alice:1'));
  expect(does('alice', { what: 'offerWithdrawn', offer: 'alice:1' }).heard).toEqual([
    'alice: held up no more',
    'bob: held up no more',
  ]);
  expect(desk()).toEqual([]);
  does('alice', anOffer('alice:2'));
  passesOn();
  does('bob', anAnswer('alice:2'));
  does('bob', aCandidate('b1'));
  does('bob', { what: 'hungUp', offer: 'alice:2' });
  expect(desk()).toEqual(['bob: hungUp to alice']);
  does('alice', { what: 'left' });
  expect(desk()).toEqual([]);
});

test('a desk holds so much: the oldest goes on by itself', () => {
  const { does, desk, passesOn } = three();
  does('alice', anOffer('alice:1'));
  passesOn();
  does('bob', anAnswer('alice:1'));
  for (let nth = 1; nth < limits.held.messages; nth++) does('bob', aCandidate(`b${nth}`));
  expect(desk()).toHaveLength(limits.held.messages);
  expect(does('bob', aCandidate('one more')).heard).toEqual(['alice: answer alice:1 by bob']);
  expect(desk()).toHaveLength(limits.held.messages);
});

test('nobody passes on who does not play the server, nor comes without the password', () => {
  const { does } = three();
  expect(does('alice', { what: 'passedOn', upTo: 1 }).reason).toBe('not-here');
  expect(does('dan', { what: 'keeperWent' }).heard).toEqual([]);
  expect(does('dan', { what: 'keeperCame', lock: 'guessed' }).reason).toBe('wrong-password');
});
