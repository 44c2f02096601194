import { expect, test } from 'vitest';
import { tableOf } from './lines.ts';

// One built line: three characters of a library, then `ask` of camera.ts (source lines 4 and 5), then the library again.
const map = {
  version: 3 as const,
  sources: ['lib.js', 'camera.ts'],
  names: [],
  mappings: [
    [
      [0, 0, 0, 0],
      [3, 1, 3, 0],
      [8, 1, 3, 4],
      [12, 1, 4, 0],
      [20, 0, 7, 0],
    ] as [number, number, number, number][],
  ],
};
const pathOf = (source: string) => (source === 'camera.ts' ? 'src/labs/camera/camera.ts' : `node_modules/${source}`);

test('a table keeps the places of labs, merges what shares a line, and ends them where others begin', () => {
  expect(tableOf(map, pathOf)).toEqual({
    files: ['src/labs/camera/camera.ts'],
    rows: [
      [1, 1, -1, 0],
      [1, 4, 0, 4],
      [1, 13, 0, 5],
      [1, 21, -1, 0],
    ],
  });
});
