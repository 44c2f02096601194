import { expect, test } from 'vitest';
import { verdictOf } from './cards-verdict.ts';
import { steps } from './steps.ts';

const cards = steps.filter(({ byItself }) => !byItself);
const step = (key: string) => cards.find((card) => card.key === key)!;
const taken = (...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { status: 'done', began: 0, ended: 0 } as const]));

test('whoever waits for what lies behind waits for ever, and for what was taken only for a moment', () => {
  const waiting = { is: 'running', step: step('11') } as const;
  expect(verdictOf(cards, waiting, taken('10'))).toMatchObject({ is: 'wrong', step: step('11') });
  expect(verdictOf(cards, waiting, taken('8'))).toMatchObject({ is: 'wrong' });
  expect(verdictOf(cards, waiting, taken('8', '10'))).toMatchObject({ is: 'open' });
});

test('a card that broke is named by its place, in the words of the browser, with what it lacked', () => {
  const broken = { is: 'broken', step: step('15'), failed: true, said: 'InvalidStateError: no' } as const;
  const progress = { '15': { status: 'failed', began: 0, said: broken.said, unmet: 'Her offer is set.' } } as const;
  const { says, rule } = verdictOf(cards, broken, progress);
  expect(says).toMatch(/^Card \d+, createAnswer \(bob\), broke: InvalidStateError: no$/);
  expect(rule).toContain('Must be true before it, and was not: Her offer is set.');
});

test('an order is right when the two are connected and see each other', () => {
  expect(verdictOf(cards, { is: 'finding' }, {}).is).toBe('open');
  expect(verdictOf(cards, { is: 'given-up', who: 'bob' }, {}).is).toBe('wrong');
  expect(verdictOf(cards, { is: 'connected' }, {}).is).toBe('right');
});
