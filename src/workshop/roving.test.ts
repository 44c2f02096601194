import { expect, test } from 'vitest';
import { nextOf } from './roving.ts';

const names = ['Ada', 'Bob', 'Cyd', 'Dan', 'Eve', 'ada 2', 'Éva', '李小龍'];

test.each([
  ['ArrowRight', 'Ada', 'Bob'],
  ['ArrowRight', '李小龍', undefined],
  ['ArrowLeft', 'Bob', 'Ada'],
  ['ArrowLeft', 'Ada', undefined],
  ['ArrowDown', 'Bob', 'Eve'],
  ['ArrowDown', 'ada 2', '李小龍'],
  ['ArrowDown', 'Éva', undefined],
  ['ArrowUp', 'Eve', 'Bob'],
  ['ArrowUp', 'Bob', undefined],
  ['Home', 'Éva', 'Ada'],
  ['End', 'Ada', '李小龍'],
  ['a', 'Ada', 'ada 2'],
  ['A', 'ada 2', 'Ada'],
  ['c', 'Cyd', 'Cyd'],
  ['李', 'Bob', '李小龍'],
  ['x', 'Ada', undefined],
  ['/', 'Ada', undefined],
  ['Enter', 'Ada', undefined],
  ['Shift', 'Ada', undefined],
])('%s from %s, in rows of three: %s', (key, from, to) => {
  const next = nextOf(key, names.indexOf(from), names, 3);
  expect(next === undefined ? undefined : names[next]).toBe(to);
});
