import { expect, test } from 'vitest';
import { after, moves, signalingStates } from '../../trace/signaling-state.ts';
import { foretell, type Situation } from './foretell.ts';
import { briefly } from './words.ts';

const at = (state: RTCSignalingState, differences: Partial<Situation> = {}): Situation => ({
  state,
  gathering: 'complete',
  receiving: true,
  hasRemote: true,
  hasAnswer: true,
  theirs: { name: 'Bob', offer: true, answer: true, candidates: 2 },
  ...differences,
});

test.each([undefined, 'chromium', 'firefox'] as const)('a move leads where the tables lead, for %s', (browser) => {
  for (const state of signalingStates) {
    for (const move of moves) {
      const foretold = foretell(move, at(state), browser);
      expect('state' in foretold ? foretold.state : undefined, `${state}, ${move}`).toBe(after(state, move, browser));
    }
  }
});

test('what nobody has made cannot be handed over', () => {
  const bare = at('have-local-offer', { theirs: { name: 'Bob', offer: false, answer: false, candidates: 0 } });
  for (const call of ['remote offer', 'remote answer', 'remote pranswer', 'addIceCandidate'] as const) {
    expect(foretell(call, bare)).toHaveProperty('missing');
  }
});

test('a button says in a few words what it will do', () => {
  const words = (call: Parameters<typeof foretell>[0], situation: Situation) =>
    briefly(call, foretell(call, situation), situation.theirs.candidates);
  expect(words('local offer', at('stable'))).toBe('→ have-local-offer');
  expect(words('createOffer', at('have-remote-offer'))).toBe('✕ InvalidStateError');
  expect(words('addIceCandidate', at('stable'))).toBe('2 candidates to try');
  expect(words('addIceCandidate', at('stable', { hasRemote: false }))).toBe('✕ InvalidStateError');
  expect(words('restartIce', at('closed'))).toBe('changes nothing');
});
