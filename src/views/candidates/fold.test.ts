import { expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { expectFoldedPrefixes } from '../any-moment.fixture.ts';
import { moments } from '../moments.ts';
import { recorded } from '../recorded.fixture.ts';
import { candidatesFold } from './fold.ts';
import { candidatesText, formula } from './text.ts';

const fold = candidatesFold();

test('any moment is the fold of its prefix', () => expectFoldedPrefixes(fold));

test.each(['hello-chromium.jsonl', 'hello-firefox.jsonl'])(
  '%s: each peer found candidates, heard those of the other, and one pair of Alice’s won',
  (file) => {
    const entries = recorded(file);
    const peers = Object.values(moments(fold, entries)(entries.length).peers);
    const [alice, bob] = ['alice', 'bob'].map((who) => peers.find((peer) => peer.who === who)!);
    const texts = (ways: typeof alice, side: string) =>
      ways!.candidates.filter((known) => known.side === side).map(({ text }) => text);
    expect(texts(alice, 'own').length).toBeGreaterThan(0);
    expect(texts(bob, 'theirs')).toEqual(texts(alice, 'own'));
    expect(texts(alice, 'theirs')).toEqual(texts(bob, 'own'));
    expect(alice!.pairs.map(({ won }) => won)).toEqual([true, ...alice!.pairs.slice(1).map(() => false)]);
    expect(candidatesText({ peers: { alice: alice! } }).at(-alice!.pairs.length)).toMatch(/^ {2}won {2}host .* ↔ /);
  },
);

test('a priority is told as the formula has it', () => {
  expect(formula(2122194687)).toBe('2²⁴ × 126 + 2⁸ × 32,286 + (256 − 1) = 2,122,194,687');
});

const entry = (name: string, what: Entry['what'], body: unknown): Entry => ({
  ...{ id: `alice:${name}`, seq: 0, at: 7, who: 'alice', on: 'pc1', what, name, body },
});

test('an error is kept with where it came from, and what is no candidate is passed over', () => {
  const said = { errorCode: 701, errorText: 'STUN host lookup received error.', url: 'stun:nobody.invalid:3478' };
  const view = moments(fold, [
    entry('icecandidateerror', 'event', said),
    entry('icecandidate', 'event', null),
    entry('icecandidate', 'event', { candidate: '' }),
    entry('addIceCandidate', 'call', ['constructor']),
    entry('getStats', 'return', { a: { type: 'candidate-pair', localCandidateId: '__proto__' } }),
  ])(5);
  expect(view.peers['alice pc1']).toMatchObject({
    candidates: [],
    errors: [{ code: 701, url: 'stun:nobody.invalid:3478', at: 0 }],
    pairs: [{ local: '?', won: false }],
  });
});
