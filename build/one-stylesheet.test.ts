import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { joinStyles } from './one-stylesheet.ts';

const link = (style: string) => `<link rel="stylesheet" href="/_astro/${style}.css">`;

async function site(pages: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-styles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, '_astro'));
  for (const style of ['a', 'b', 'c']) await writeFile(join(folder, `_astro/${style}.css`), `.${style}{}`);
  for (const [page, html] of Object.entries(pages)) await writeFile(join(folder, page), html);
  await joinStyles(folder);
  return (page: string) => readFile(join(folder, page), 'utf8');
}

test('what a page links becomes one file, in the order in which it was linked', async () => {
  const read = await site({ 'index.html': `<head>${link('b')}<meta>${link('a')}</head>` });
  const [, style] = /^<head><link rel="stylesheet" href="(\/_astro\/page\.[\w-]{8}\.css)"><meta><\/head>$/.exec(
    await read('index.html'),
  )!;
  expect(await read(style!)).toBe('.b{}\n.a{}');
});

test('pages that link the same share the file, others have their own', async () => {
  const one = link('a') + link('b');
  const read = await site({ 'one.html': one, 'two.html': one, 'three.html': one + link('c') });
  expect(await read('one.html')).toBe(await read('two.html'));
  expect(await read('one.html')).not.toBe(await read('three.html'));
});

test('a page with one stylesheet stays as it was', async () => {
  const read = await site({ 'index.html': link('a') });
  expect(await read('index.html')).toBe(link('a'));
});
