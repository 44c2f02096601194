import { expect, test } from 'vitest';
import { readKept, writeKept } from './kept.ts';

const kept = {
  'trickle:lessons': { 'media/tracks': { opened: 1, done: 2 } },
  'trickle:answers': { '/lessons/media/tracks/#recall-x': { said: 'knew', at: 3 } },
};

test('what was saved is read back', () => {
  expect(readKept(writeKept(kept, new Date(0)))).toEqual({ kept });
  expect(readKept(writeKept({}, new Date(0)))).toEqual({ kept: {} });
});

test('only what is ours is taken', () => {
  const file = JSON.stringify({ trickleProgress: 1, kept: { ...kept, 'trickle:theme': { dark: {} }, other: {} } });
  expect(readKept(file)).toEqual({ kept });
});

test.each([
  ['cut off', writeKept(kept, new Date(0)).slice(0, 40), 'no JSON'],
  ['something else', '{"a":1}', 'holds no progress'],
  ['null', 'null', 'holds no progress'],
  ['newer', '{"trickleProgress":2}', 'newer Trickle'],
  ['damaged', '{"trickleProgress":1,"kept":{"trickle:lessons":[7]}}', 'damaged'],
  ['damaged elsewhere', '{"trickleProgress":1,"kept":{"trickle:answers":"all"}}', 'damaged'],
])('%s is said', (_, text, problem) => {
  expect(readKept(text)).toEqual({ problem: expect.stringContaining(problem) });
});
