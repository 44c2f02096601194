import { expect, test } from 'vitest';
import { explain } from './explain-move.ts';
import { moveOf } from './move-of.ts';
import { after, type Browser, moves, signalingStates } from './signaling-state.ts';

const cells = signalingStates.flatMap((state) => moves.map((move) => [state, move] as const));
const readers = [undefined, 'chromium', 'firefox'] as const satisfies (Browser | undefined)[];

test.each(readers)('every move is either allowed or explained, for %s', (browser) => {
  for (const [state, move] of cells) {
    expect(Boolean(after(state, move, browser)), `${state}, ${move}`).toBe(!explain(state, move, browser));
  }
});

test('what a browser refuses of its own is part of what the specification allows, or refused with another error', () => {
  for (const [state, move] of cells) {
    const [specified, firefox] = [explain(state, move), explain(state, move, 'firefox')];
    if (specified) expect(firefox).toBeDefined();
    expect(explain(state, move, 'chromium')).toEqual(specified);
  }
});

test('an answer that came twice is met with a word about just that', () => {
  expect(explain('stable', 'remote answer')?.instead).toContain('twice');
  expect(explain('have-local-offer', 'remote answer')).toBeUndefined();
});

test.each([
  ['setLocalDescription', [], 'stable', 'local offer'],
  ['setLocalDescription', [], 'have-local-offer', 'local offer'],
  ['setLocalDescription', [], 'have-remote-offer', 'local answer'],
  ['setLocalDescription', [], 'have-local-pranswer', 'local answer'],
  ['setLocalDescription', [], 'have-remote-pranswer', 'local offer'],
  ['setLocalDescription', [{ type: 'rollback' }], 'have-local-offer', 'local rollback'],
  ['setRemoteDescription', [{ type: 'answer', sdp: 'v=0' }], 'stable', 'remote answer'],
  ['createOffer', [], 'stable', undefined],
] as const)('%s(%o) in %s is the move %s', (name, body, state, move) => {
  expect(moveOf({ name, body }, state)).toBe(move);
});
