import { expect, test } from 'vitest';
import { settle } from './settle.ts';

const width = { min: 1, max: 1920, usual: 640 };

test.each([
  ['nothing asked: what the source usually does', undefined, 640],
  ['a bare number is a wish', 800, 800],
  ['a wish beyond the source comes as near as it can', 4000, 1920],
  ['an ideal is a wish too', { ideal: 320 }, 320],
  ['exact is met', { exact: 1280 }, 1280],
  ['a minimum lifts what is usual', { min: 1000 }, 1000],
  ['a maximum lowers what is usual', { max: 500 }, 500],
  ['a wish outside its own bounds is brought inside', { min: 700, ideal: 100 }, 700],
])('%s', (_, asked, value) => {
  expect(settle(asked, width)).toEqual({ ok: true, value });
});

test.each([
  ['an exact value that it cannot do', { exact: 4000 }],
  ['a minimum above all that it can do', { min: 1921 }],
  ['a maximum below all that it can do', { max: 0 }],
  ['bounds that contradict each other', { min: 900, max: 800 }],
])('a source is out for %s', (_, asked) => {
  expect(settle(asked, width)).toEqual({ ok: false });
});
