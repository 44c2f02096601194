import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from './samples.ts';

test('every description that is kept for reading can be chosen, each by words of its own', () => {
  const files = globSync('*.sdp', { cwd: join(import.meta.dirname, '../../sdp/fixtures') });
  expect(samples.map(({ file }) => file).sort()).toEqual(files.map((file) => basename(file, '.sdp')).sort());
  expect(new Set(samples.map(({ title }) => title)).size).toBe(samples.length);
});
