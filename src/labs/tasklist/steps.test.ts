import { expect, test } from 'vitest';
import { acts } from './acts.ts';
import { linesOf } from './lines-of.ts';
import { nameOf } from './situation.ts';
import { isNumbered } from './step.ts';
import { steps } from './steps.ts';

const keys = steps.map(({ key }) => key);

test('all 23 are there, once each, and 17 comes before 15 and 16', () => {
  const numbers = keys.filter((key) => isNumbered({ key })).map(Number);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
  expect(numbers).toEqual([...range(1, 14), 17, 15, 16, ...range(18, 23)]);
});

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('what the list leaves out stands where it has to: the candidates held so far come right after 17', () => {
  const at = keys.indexOf('17');
  expect(keys.slice(at, at + 3)).toEqual(['17', 'hand-over', 'add']);
  expect(keys.slice(-2)).toEqual(['bob-sees', 'alice-sees']);
});

test('every act has its steps, in one piece and in order', () => {
  const runs = steps.map(({ act }) => act).filter((act, index, all) => act !== all[index - 1]);
  expect(runs).toEqual(acts.map(({ key }) => key));
});

test('whoever does not begin by themselves can be taken, and whoever does says after which', () => {
  for (const step of steps) {
    if (!step.byItself) expect(step.run, nameOf(step)).toBeDefined();
    else expect(keys, nameOf(step)).toContain(step.byItself.after);
  }
  expect(steps.filter(({ byItself, key }) => byItself && isNumbered({ key })).map(({ key }) => key)).toEqual([
    '7',
    '9',
    '18',
    '20',
    '23',
  ]);
});

test.each(steps.filter(({ region }) => region).map((step) => [nameOf(step), step.region!]))(
  '%s shows lines of its own',
  (_, region) => {
    const lines = linesOf(region);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.some(({ text }) => text.includes('#'))).toBe(false);
  },
);
