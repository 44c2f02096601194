import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenAddressesChange } from './when-addresses-change.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('every move to another network is told once, until nobody wants to know', () => {
  const places = [['10.0.0.7'], ['10.0.0.7'], [], ['192.168.1.5', 'fd00::2'], ['192.168.1.5', 'fd00::2'], ['10.0.0.7']];
  const told = vi.fn();
  const stop = whenAddressesChange(told, () => places.shift()!, 1000);
  vi.advanceTimersByTime(4000);
  expect(told.mock.calls).toEqual([[[]], [['192.168.1.5', 'fd00::2']]]);
  stop();
  vi.advanceTimersByTime(4000);
  expect(told).toHaveBeenCalledTimes(2);
});
