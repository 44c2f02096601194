import { describe, expect, test } from 'vitest';
import { tokenBucket, tokenBuckets } from './token-bucket.ts';

const clock = () => {
  const time = { now: 1_000, read: () => time.now };
  return time;
};

describe('a bucket', () => {
  test('lets so much through at once, and then so much a second', () => {
    const time = clock();
    const bucket = tokenBucket({ atOnce: 3, perSecond: 2 }, time.read);
    for (let n = 0; n < 3; n++) {
      expect(bucket.waitMs()).toBe(0);
      expect(bucket.take()).toBe(0);
    }
    expect(bucket.waitMs()).toBe(500);
    time.now += 500;
    expect(bucket.waitMs()).toBe(0);
    bucket.take();
    time.now += 60_000;
    for (let n = 0; n < 3; n++) bucket.take();
    expect(bucket.waitMs()).toBe(500);
  });

  test('makes whoever does not wait, wait longer, and knows when it is too much', () => {
    const bucket = tokenBucket({ atOnce: 2, perSecond: 1 }, clock().read);
    expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([0, 0, 1_000, 2_000]);
    expect([bucket.waitMs(), bucket.isOverdrawn()]).toEqual([3_000, false]);
    bucket.take();
    expect(bucket.isOverdrawn()).toBe(true);
  });

  test('loses nothing when the clock is set back', () => {
    const time = clock();
    const bucket = tokenBucket({ atOnce: 2, perSecond: 1 }, time.read);
    time.now -= 900;
    expect(bucket.waitMs()).toBe(0);
    bucket.take();
    bucket.take();
    time.now += 1_000;
    expect(bucket.waitMs()).toBe(0);
  });
});

test('there is one for each who takes, and only so many are remembered', () => {
  const buckets = tokenBuckets({ atOnce: 20, perSecond: 0.5 }, clock().read);
  for (let n = 0; n < 20; n++) buckets.take('alice');
  expect(buckets.waitMs('alice')).toBe(2_000);
  expect(buckets.waitMs('bob')).toBe(0);
  for (let n = 0; n < 10_000; n++) buckets.take(`${n}`);
  expect(buckets.waitMs('alice')).toBe(0);
});
