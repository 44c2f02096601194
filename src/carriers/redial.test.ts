import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilNextTry } from './redial.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const never = new AbortController().signal;

/** Whether it is time, once this many milliseconds have gone by. */
async function isTime(nth: number, afterMs: number) {
  let isTime = false;
  void untilNextTry(nth, never).then(() => {
    isTime = true;
  });
  await vi.advanceTimersByTimeAsync(afterMs);
  return isTime;
}

test.each([0, 1, 2, 3, 4, 10, 1_000])('before try %i nobody waits longer than 1.5 s', async (nth) => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  expect(await isTime(nth, 1_500)).toBe(true);
});

test('the first try comes at once, the later ones with patience, and not all in the same moment', async () => {
  expect(await isTime(0, 0)).toBe(true);
  expect(await isTime(9, 599)).toBe(false);
  const random = vi.spyOn(Math, 'random');
  const timer = vi.spyOn(globalThis, 'setTimeout');
  for (const value of [0, 1]) {
    random.mockReturnValue(value);
    void untilNextTry(9, never);
  }
  expect(timer.mock.calls.map(([, delayMs]) => delayMs)).toEqual([600, 1_000]);
});

test('when the browser says that there is a network again, it is time', async () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const next = untilNextTry(9, never);
  page.dispatchEvent(new Event('online'));
  await next;
  expect(vi.getTimerCount()).toBe(0);
});

test('whoever leaves does not wait', async () => {
  const stop = new AbortController();
  const next = untilNextTry(9, stop.signal);
  stop.abort();
  await next;
  expect(vi.getTimerCount()).toBe(0);
});
