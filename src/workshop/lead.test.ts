import { expect, test } from 'vitest';
import { addressOf, goalOf, moveFor } from './lead.ts';

const lead = { nr: 3, page: '/labs/tasklist/', by: 'Grace', at: 0 };
const here = { page: '/lessons/media/tracks/', follows: true, led: 2, isLabRunning: false };

test.each([
  ['whoever follows goes', lead, here, 'go'],
  ['a lab that runs is asked for first', lead, { ...here, isLabRunning: true }, 'ask'],
  ['whoever is there already loses nothing by it', lead, { ...here, page: lead.page, isLabRunning: true }, 'go'],
  ['whoever does not follow stays', lead, { ...here, follows: false }, 'stay'],
  ['a lead is followed once', lead, { ...here, led: 3 }, 'stay'],
  ['nobody leads', null, here, 'stay'],
] as const)('%s', (_, lead, here, move) => {
  expect(moveFor(lead, here)).toBe(move);
});

test('the newest leads: the class, or the pair whose lab has a page', () => {
  const pair = { id: 'p', nr: 4, room: 'r', page: '/labs/call/', plays: 'alice' as const, partners: [] };
  expect(goalOf(lead, pair)?.page).toBe('/labs/call/');
  expect(goalOf({ ...lead, nr: 5 }, pair)?.page).toBe(lead.page);
  expect(goalOf(lead, { ...pair, page: null })?.page).toBe(lead.page);
  expect(goalOf(null, null)).toBeNull();
  const partners = ['Dana', 'Eva'].map((name) => ({ name, plays: 'bob' as const, isHere: true }));
  expect(goalOf(null, { ...pair, partners })?.with).toBe('Dana, Eva and you');
});

test('a heading is part of the address, and so is the lab that goes step by step', () => {
  expect(addressOf({ ...lead, heading: 'bob-comes' })).toBe('/labs/tasklist/#bob-comes');
  expect(addressOf({ ...lead, step: 6 })).toBe('/labs/tasklist/#the-steps');
  expect(addressOf({ ...lead, heading: 'bob-comes', step: 6 })).toBe('/labs/tasklist/#bob-comes');
  expect(addressOf(lead)).toBe('/labs/tasklist/');
});
