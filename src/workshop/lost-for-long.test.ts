import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lostForLong, patienceMs } from './lost-for-long.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function lose() {
  const standing = signal<'connecting' | 'connected' | 'lost'>('connected');
  const leaving = new AbortController();
  const isLost = lostForLong(standing, leaving.signal);
  standing.value = 'lost';
  return { standing, leaving, isLost };
}

test('a connection that is lost for a minute is lost for long, until it is back', () => {
  const { standing, isLost } = lose();
  vi.advanceTimersByTime(patienceMs - 1);
  expect(isLost.value).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isLost.value).toBe(true);
  standing.value = 'connected';
  expect(isLost.value).toBe(false);
});

test('one that comes back meanwhile begins anew, and who leaves waits for nothing', () => {
  const { standing, leaving, isLost } = lose();
  vi.advanceTimersByTime(patienceMs - 1);
  standing.value = 'connected';
  standing.value = 'lost';
  vi.advanceTimersByTime(patienceMs - 1);
  expect(isLost.value).toBe(false);
  leaving.abort();
  expect(vi.getTimerCount()).toBe(0);
});
