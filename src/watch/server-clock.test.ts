import { expect, test } from 'vitest';
import { between } from './server-clock.ts';

test.each([
  ['one clock', -3, 7, 0],
  ['one clock, and an answer within the same millisecond', 0, 0, 0],
  ['a server that is an hour behind', 3_599_990, 3_600_010, 3_600_000],
  ['a server that is an hour ahead', -3_600_010, -3_599_990, -3_600_000],
  ['a clock that was set between two questions', 20, 10, 15],
])('%s: between %i and %i ms', (_, least, most, expected) => {
  expect(between(least, most)).toBe(expected);
});
