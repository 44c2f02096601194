import { expect, test } from 'vitest';
import type { Card, HeatView } from '../../protocol/workshop/views.ts';
import { inOrder, needing, pacesOf } from './needs.ts';

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
const paces = new Map([['tasklist 6', { medianMs: 120_000, of: 9 }]]);
const look = (one: Card) => needing(one, paces, now);

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

const minute = 60_000;
test.each([
  ['nobody else is there or was: it is not known', [], [9], undefined],
  ['one went on at once, and the class is still reading', [0.1], [5, 5, 5, 4], 5],
  ['the class went on, and one is left', [2, 2, 2, 2], [30], 2],
  ['two are there, and one came just now', [], [1, 30], 1],
])('how long a class takes, where %s', (_, went, there, median) => {
  const gone: HeatView = {
    place: 'tasklist 6',
    minutes: [[0, went.length + there.length, went.length]],
    medianMs: went.length === 0 ? null : went[0]! * minute,
  };
  const cards = [
    ...there.map((minutes, nth) => card(`${nth}`, { since: now - minutes * minute })),
    card('off', { awaySince: 1, since: 0 }),
  ];
  const [found] = pacesOf(cards, [gone], now).values();
  expect(found?.medianMs).toBe(median && median * minute);
});
