import { expect, test } from 'vitest';
import { chooseCoding } from './accept-encoding.ts';

test.each([
  ['both', 'gzip, deflate, br, zstd', 'br'],
  ['gzip alone', 'gzip', 'gzip'],
  ['in capitals', 'GZIP', 'gzip'],
  ['anything', '*', 'br'],
  ['anything but brotli', 'br;q=0, *', 'gzip'],
  ['brotli, a little', 'br;q=0.1', 'br'],
  ['what only sounds like it', 'brotli, xgzip', undefined],
  ['nothing readable', 'gzip;q=often', undefined],
  ['nothing', undefined, undefined],
])('a browser that understands %s', (_, accepts, coding) => {
  expect(chooseCoding(accepts, () => true)).toBe(coding);
});

test('what is not at hand is not chosen', () => {
  expect(chooseCoding('br, gzip', (coding) => coding === 'gzip')).toBe('gzip');
  expect(chooseCoding('br, gzip', () => false)).toBeUndefined();
});
