import { expect, test } from 'vitest';
import { codes } from './abilities.ts';
import { readTold } from './told.ts';
import { why } from './why.ts';

const all = Object.fromEntries(codes.map((code) => [code, true]));

test('what another page says of itself is read, and nothing besides', () => {
  const text = JSON.stringify({ from: 'http://192.0.2.7:8181', ...all, more: 'x' });
  expect(readTold(text)).toEqual({ from: 'http://192.0.2.7:8181', findings: all });
});

test.each(['', '{', 'null', '[]', '7', '{"from":"x"}', JSON.stringify({ from: 'x'.repeat(101), ...all })])(
  '%j is no finding',
  (text) => expect(readTold(text)).toBeUndefined(),
);

test.each([
  ['http://localhost:8181', true, 'the very machine'],
  ['http://[::1]:8181', true, 'the very machine'],
  ['http://a.localhost', true, 'the very machine'],
  ['https://192.0.2.7', true, 'nobody on the way'],
  ['http://192.0.2.7', false, 'anybody on the way'],
  ['http://192.0.2.7', true, 'somebody has told it to'],
  ['https://192.0.2.7', false, 'a page that is none'],
] as const)('of %s, secure: %s, it says why', (url, isSecure, says) => {
  expect(why(new URL(url), isSecure)).toContain(says);
});
