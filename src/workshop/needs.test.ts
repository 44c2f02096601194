import { expect, test } from 'vitest';
import type { Card } from '../../protocol/workshop/views.ts';
import { inOrder, needing } from './needs.ts';

const now = 1_000_000;
const card = (name: string, more: Partial<Card> = {}): Card => ({
  seat: name,
  name,
  joinedAt: 0,
  awaySince: null,
  place: { page: '/labs/tasklist/', lab: 'tasklist', step: 6 },
  since: now - 1_000,
  standing: {},
  hand: null,
  mood: null,
  follows: true,
  isNamed: false,
  answers: 0,
  ...more,
});
const heat = [{ place: 'tasklist 6', minutes: [], medianMs: 120_000 }];
const look = (one: Card) => needing(one, heat, now);

test.each([
  ['ada', {}, 'none'],
  ['at a step for longer than twice the median', { since: now - 300_000 }, 'stuck'],
  ['away for as long is not stuck', { since: now - 300_000, awaySince: now - 200_000 }, 'away'],
  ['lost', { mood: 'lost' }, 'lost'],
  ['a hand before all', { mood: 'lost', hand: { at: 1 } }, 'hand'],
] as const)('%s', (name, more, need) => {
  expect(look(card(name, more)).need).toBe(need);
});

test('who needs somebody most stands first, and who waits longest of those', () => {
  const all = [
    card('fine'),
    card('later', { hand: { at: 9 } }),
    card('away', { awaySince: 5 }),
    card('stuck', { since: now - 300_000 }),
    card('first', { hand: { at: 2 } }),
    card('lost', { mood: 'lost' }),
  ].map(look);
  const names = (order: Parameters<typeof inOrder>[1]) => inOrder(all, order).map((one) => one.card.name);
  expect(names('need')).toEqual(['first', 'later', 'lost', 'stuck', 'fine', 'away']);
  expect(names('name')).toEqual(['away', 'fine', 'first', 'later', 'lost', 'stuck']);
  expect(names('time')[0]).toBe('stuck');
});
