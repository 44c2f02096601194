import { describe, expect, test } from 'vitest';
import { guesses } from './guesses.ts';
import { tokenBucket } from './token-bucket.ts';

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
      bucket.take();
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
    for (let n = 0; n < 4; n++) bucket.take();
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

test('guesses are counted for each address, and only so many addresses are remembered', () => {
  const time = clock();
  const tried = guesses(time.read);
  const wrongTimes = (address: string, times: number) => {
    for (let n = 0; n < times; n++) tried.wrong(address);
  };
  wrongTimes('192.168.1.5', 30);
  expect(tried.waitMs('192.168.1.5')).toBeGreaterThan(0);
  expect(tried.waitMs('192.168.1.6')).toBe(0);
  for (let n = 0; n < 10_000; n++) tried.wrong(`2001:db8::${n}`);
  expect(tried.waitMs('192.168.1.5')).toBe(0);
});
