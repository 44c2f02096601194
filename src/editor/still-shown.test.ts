import { expect, test } from 'vitest';
import { stillShown } from './still-shown.ts';

const built = 'a\nb\nc\nd\ne\n';

test.each([
  ['as it was', built, [2, 3]],
  ['with a line more among them', 'a\nb\nB\nc\nd\ne\n', [2, 4]],
  ['with one of them gone', 'a\nb\nd\ne\n', [2, 2]],
  ['with all of them gone', 'a\nd\ne\n', undefined],
  ['changed before them', 'A\nb\nc\nd\ne\n', undefined],
  ['changed behind them', 'a\nb\nc\nd\nE\n', undefined],
])('of a version %s, the quoted lines are shown, or everything', (_, version, shown) => {
  expect(stillShown(built, version, [2, 3])).toEqual(shown);
});

test('where the whole file is quoted, nothing is folded', () => {
  expect(stillShown(built, built, [1, 5])).toBeUndefined();
});
