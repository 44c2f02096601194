import { expect, test } from 'vitest';
import { expectFoldedPrefixes } from '../any-moment.fixture.ts';
import { heldCall } from '../held-call.fixture.ts';
import { moments } from '../moments.ts';
import { statesFold } from './fold.ts';
import { statesText } from './text.ts';

test('any moment is the fold of its prefix', () => expectFoldedPrefixes(statesFold));

test('the states of a call, in words', () => {
  const refused = heldCall.findIndex(
    ({ who, what, name }) => who === 'bob' && what === 'throw' && name !== 'createAnswer',
  );
  expect(statesText(moments(statesFold, heldCall)(refused + 1))).toMatchInlineSnapshot(`
    [
      "alice pc1",
      "  signaling   stable → have-local-offer",
      "              may go to have-local-offer (local offer), have-remote-offer (remote offer), have-remote-pranswer (remote pranswer), stable (remote answer, local rollback, remote rollback)",
      "  gathering   new → gathering",
      "              may go to complete (every address is known, and every STUN and TURN server has answered or been given up), new (the offer was taken back, or the last media section stopped)",
      "  ice         new",
      "              may go to checking (candidates of both sides are there, and pairs are tried), connected (a pair worked before checking could be told), failed (no candidate of the other side came in time (Firefox gives up)), closed (close() was called here)",
      "  connection  new",
      "              may go to connecting (the first candidate pair is tried), failed (no pair could even be tried: no candidate came in time (Firefox)), closed (close() was called here)",
      "bob pc1",
      "  signaling   stable",
      "              may go to have-local-offer (local offer), have-remote-offer (remote offer)",
      "  gathering   new",
      "              may go to gathering (a local description was set, so addresses are collected), complete (collecting ended before it could be told)",
      "  ice         new",
      "              may go to checking (candidates of both sides are there, and pairs are tried), connected (a pair worked before checking could be told), failed (no candidate of the other side came in time (Firefox gives up)), closed (close() was called here)",
      "  connection  new",
      "              may go to connecting (the first candidate pair is tried), failed (no pair could even be tried: no candidate came in time (Firefox)), closed (close() was called here)",
      "  ✕ setLocalDescription(answer) in stable: InvalidStateError: Called in wrong state: stable – An answer needs an offer, and none is open. – First set theirs: setRemoteDescription(offer). If it was answered already, once is enough.",
    ]
  `);
});

test('a refusal is forgotten once a description was set', () => {
  const { peers } = moments(statesFold, heldCall)(heldCall.length);
  expect(Object.values(peers).map(({ refused }) => refused)).toEqual([undefined, undefined]);
});
