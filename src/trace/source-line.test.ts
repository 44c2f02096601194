import { expect, test } from 'vitest';
import { type LineTables, sourceLineOf } from './source-line.ts';

const tables: LineTables = {
  '/_astro/lab.js': {
    files: ['src/labs/camera/camera.ts', 'src/labs/camera/panel.tsx'],
    rows: [
      [1, 1, -1, 0],
      [1, 100, 0, 4],
      [1, 120, 0, 5],
      [1, 200, 1, 30],
      [1, 300, -1, 0],
      [2, 5, 0, 9],
    ],
  },
};

const chromium = (place: string) =>
  `Error\n    at Object.apply (http://h/_astro/run.js:1:9)\n    at ask (http://h${place})`;
const firefox = (place: string) => `apply@http://h/_astro/run.js:1:9\nask@http://h${place}\n`;

test.each([
  ['the start of a row', '/_astro/lab.js:1:100', ['src/labs/camera/camera.ts', 4]],
  ['within a row', '/_astro/lab.js:1:119', ['src/labs/camera/camera.ts', 4]],
  ['the next row', '/_astro/lab.js:1:120', ['src/labs/camera/camera.ts', 5]],
  ['another file of the lab', '/_astro/lab.js:1:250', ['src/labs/camera/panel.tsx', 30]],
  ['another line of the built file', '/_astro/lab.js:2:7', ['src/labs/camera/camera.ts', 9]],
  ['a file asked for with a query', '/_astro/lab.js?t=12:1:100', ['src/labs/camera/camera.ts', 4]],
  ['before the lab', '/_astro/lab.js:1:50', undefined],
  ['behind the lab', '/_astro/lab.js:1:301', undefined],
  ['before the first row of its line', '/_astro/lab.js:2:4', undefined],
  ['a built file without a table', '/_astro/other.js:1:100', undefined],
])('%s', (_, place, line) => {
  expect(sourceLineOf(chromium(place), tables)).toEqual(line);
  expect(sourceLineOf(firefox(place), tables)).toEqual(line);
});

test('frames of others are passed over until one of the lab comes', () => {
  const stack = `${firefox('/_astro/lab.js:1:50')}askNow@http://h/_astro/lab.js:1:210\n`;
  expect(sourceLineOf(stack, tables)).toEqual(['src/labs/camera/panel.tsx', 30]);
});

test('a stack without places has no line', () => {
  expect(sourceLineOf('', tables)).toBeUndefined();
  expect(sourceLineOf('Error\n    at <anonymous>', tables)).toBeUndefined();
});
