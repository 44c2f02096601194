import { expect, test } from 'vitest';
import { type Power, powers } from './powers.ts';
import { explain, type KeepingTrouble, type Refusal } from './refusal.ts';

const plain = [
  ...([
    'no-such-workshop',
    'wrong-key',
    'key-replaced',
    'wrong-word',
    'workshop-full',
    'house-full',
    'too-many-consoles',
    'removed',
    'not-here',
  ] as const),
  ...(['ended', 'not-driving', 'no-such-console', 'no-such-learner', 'twice-in-groups', 'no-such-pair'] as const),
  ...(['no-vote', 'vote-over', 'no-such-option', 'no-spotlight', 'no-hand', 'server-error'] as const),
];
const keeping: KeepingTrouble[] = ['full', 'too-much', 'read-only', 'damaged', 'taken', 'newer', 'failed'];
const all: Refusal[] = [
  ...plain.map((reason) => ({ reason })),
  ...keeping.map((why) => ({ reason: 'cannot-keep' as const, why })),
  ...Object.keys(powers).map((what) => ({ reason: 'not-allowed' as const, what: what as Power })),
  { reason: 'not-driving', driver: 'Grace' },
  { reason: 'somebody-drives', driver: 'Grace' },
  { reason: 'claimed', by: 'Hal' },
  { reason: 'busy-door', waitMs: 1 },
  { reason: 'too-fast', waitMs: 1 },
];

test.each(all)('$reason is said in whole sentences', (refusal) => {
  expect(explain(refusal)).toMatch(/^["A-Z].*[.?]$/);
  expect(explain(refusal)).not.toMatch(/undefined|null|NaN|\s\s/);
});
