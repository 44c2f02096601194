import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  ['nothing', undefined, undefined],
  ['the first byte', 'bytes=0-0', { start: 0, end: 0 }],
  ['a part', 'bytes=2-5', { start: 2, end: 5 }],
  ['from there on', 'bytes=7-', { start: 7, end: 9 }],
  ['the last bytes', 'bytes=-3', { start: 7, end: 9 }],
  ['more last bytes than there are', 'bytes=-99', { start: 0, end: 9 }],
  ['beyond the end', 'bytes=8-99', { start: 8, end: 9 }],
  ['behind the end', 'bytes=10-', 'unsatisfiable'],
  ['no bytes at the end', 'bytes=-0', 'unsatisfiable'],
  ['backwards', 'bytes=5-2', undefined],
  ['several parts', 'bytes=0-1,3-4', undefined],
  ['another unit', 'lines=1-2', undefined],
  ['nonsense', 'bytes=-', undefined],
])('of ten bytes: %s', (_, header, range) => {
  expect(byteRange(header, 10)).toEqual(range);
});

test('of an empty file no part can be had', () => {
  expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable');
});
