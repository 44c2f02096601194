import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { program } from './program.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trickle-'));
  vi.stubEnv('PATH', ['/nowhere', folder].join(delimiter));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('a program is found wherever the path leads', () => {
  writeFileSync(join(folder, 'turnserver'), '');
  expect(program('turnserver')).toBe(join(folder, 'turnserver'));
});

test('a program that is missing says which package brings it', () => {
  expect(() => program('turnserver')).toThrow(
    'The program "turnserver" is missing: install it with apt-get install coturn.',
  );
});
