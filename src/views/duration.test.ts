import { expect, test } from 'vitest';
import { duration, since } from './duration.ts';

test.each([
  [-3, '0 ms'],
  [0, '0 ms'],
  [0.02, '0.1 ms'],
  [0.44, '0.4 ms'],
  [0.96, '1 ms'],
  [12.4, '12 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [3_240, '3.2 s'],
  [9_960, '10 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [5_400_000, '1 h 30 min'],
])('%d milliseconds are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

test('a moment is told to the millisecond', () => {
  expect(since(312.4)).toBe('0.312 s');
  expect(since(-5)).toBe('−0.005 s');
});
