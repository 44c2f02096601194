import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { letPaintFirst } from './paint-first.ts';

test('modules of a page, and what they import, are in no hurry; other scripts stay as they were', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-modules-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 's'));
  await writeFile(join(folder, 's/a.js'), 'import"./b.js";import("./c.js")');
  await writeFile(join(folder, 's/b.js'), '');
  await writeFile(join(folder, 's/c.js'), '');
  const first = '<script src="/first.js"></script>';
  await writeFile(join(folder, 'index.html'), `<head>${first}<script type="module" src="/s/a.js"></script></head>`);
  await letPaintFirst(folder);
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe(
    `<head>${first}<script type="module" fetchpriority="low" src="/s/a.js"></script>` +
      '<link rel="modulepreload" fetchpriority="low" href="/s/b.js"></head>',
  );
});
