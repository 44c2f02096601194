import { expect, test } from 'vitest';
import { turnClock } from './turn-clock.ts';

test('in one turn it is one time, and in the next another', async () => {
  let looks = 0;
  const now = turnClock(() => ++looks);
  expect([now(), now()]).toEqual([1, 1]);
  await new Promise(setImmediate);
  expect([now(), now()]).toEqual([2, 2]);
});
