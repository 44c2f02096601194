import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compress } from './compress.ts';

test('what gets smaller has two siblings that say the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const page = '<p>It comes bit by bit.</p>'.repeat(50);
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'tiny.css'), 'a{}');
  await writeFile(join(folder, 'index.js.map'), page);
  await writeFile(join(folder, 'font.woff2'), page);

  await compress(folder);

  expect((await readdir(folder)).sort()).toEqual([
    'font.woff2',
    'index.html',
    'index.html.br',
    'index.html.gz',
    'index.js.map',
    'tiny.css',
  ]);
  expect(String(brotliDecompressSync(await readFile(join(folder, 'index.html.br'))))).toBe(page);
  expect(String(gunzipSync(await readFile(join(folder, 'index.html.gz'))))).toBe(page);
});
