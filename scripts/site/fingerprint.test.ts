import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

async function house() {
  const root = await mkdtemp(join(tmpdir(), 'trickle-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const folder of ['src/pages', 'server', 'docs']) await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, 'src/pages/index.astro'), '<h1>Trickle</h1>');
  await writeFile(join(root, 'server/main.ts'), 'listen()');
  await writeFile(join(root, 'package-lock.json'), '{}');
  return root;
}

type Change = (root: string) => Promise<void>;

describe('a build is stale when', () => {
  test.each<[string, Change]>([
    ['a page changed', (root) => writeFile(join(root, 'src/pages/index.astro'), '<h1>trickle</h1>')],
    ['a page came', (root) => writeFile(join(root, 'src/pages/empty.astro'), '')],
    ['a page went', (root) => rm(join(root, 'src/pages/index.astro'))],
    ['a page moved', (root) => rename(join(root, 'src/pages/index.astro'), join(root, 'src/pages/home.astro'))],
    ['what a lesson may quote changed', (root) => writeFile(join(root, 'server/main.ts'), 'listen(1)')],
    ['a dependency changed', (root) => writeFile(join(root, 'package-lock.json'), '{"a":1}')],
    [
      'a byte wandered from one file to the next',
      async (root) => {
        await writeFile(join(root, 'server/main.ts'), 'listen(');
        await writeFile(join(root, 'src/pages/index.astro'), ')<h1>Trickle</h1>');
      },
    ],
  ])('%s', async (_, change) => {
    const root = await house();
    const before = await fingerprint(root);
    await change(root);
    expect(await fingerprint(root)).not.toBe(before);
  });
});

describe('a build is fresh although', () => {
  test.each<[string, Change]>([
    ['nothing happened', async () => {}],
    ['a file was written anew', (root) => writeFile(join(root, 'server/main.ts'), 'listen()')],
    ['a file looks older', (root) => utimes(join(root, 'server/main.ts'), 0, 0)],
    ['something changed that no page is made of', (root) => writeFile(join(root, 'docs/a.md'), 'a')],
  ])('%s', async (_, change) => {
    const root = await house();
    const before = await fingerprint(root);
    await change(root);
    expect(await fingerprint(root)).toBe(before);
  });
});
