import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bringUpToDate } from '../scripts/site/build.ts';
import { total, weightOf } from './weight.ts';

const site = join(import.meta.dirname, '../dist');
const kB = 1024;
const budget = { page: 40 * kB, js: 3 * kB };

describe('every page keeps to its budget before anything is started', () => {
  beforeAll(bringUpToDate, 300_000);

  test('of 40 KB, and 3 KB of JavaScript', () => {
    const pages = globSync('**/*.html', { cwd: site }).map((page) => page.replaceAll(sep, '/'));
    expect(pages).toContain('index.html');
    expect(pages.flatMap((page) => excesses(page, weightOf(site, page)))).toEqual([]);
  });

  test('with nothing that is for debugging, whoever asked for the build', () => {
    const maps = globSync('_astro/*.js.map', { cwd: site }).map((file) => readFileSync(join(site, file), 'utf8'));
    expect(maps.flatMap((map) => JSON.parse(map).sources.filter((source: string) => source.includes('debug')))).toEqual(
      [],
    );
  });

  test('and links no style that comes with a lab, or with whatever else is loaded later', () => {
    const scripts = globSync('_astro/*.js', { cwd: site }).map((file) => readFileSync(join(site, file), 'utf8'));
    const late = new Set(scripts.flatMap((script) => script.match(/_astro\/[^"']+\.css/g) ?? []));
    expect(late.size, 'styles that scripts bring along').toBeGreaterThan(globSync('labs/*/', { cwd: site }).length);
    const linked = globSync('**/*.html', { cwd: site }).flatMap((page) =>
      [...late].filter((style) => readFileSync(join(site, page), 'utf8').includes(style)).map((style) => [page, style]),
    );
    expect(linked).toEqual([]);
  });
});

function excesses(page: string, weight: ReturnType<typeof weightOf>) {
  const over = (what: string, bytes: number, allowed: number) =>
    bytes > allowed ? [`${page}: ${what} weighs ${inKB(bytes)}, ${inKB(bytes - allowed)} too much`] : [];
  return [...over('the page', total(weight), budget.page), ...over('its JavaScript', weight.js, budget.js)];
}

const inKB = (bytes: number) => `${(bytes / kB).toFixed(1)} KB`;

describe('a page weighs', () => {
  test('itself, its styles, its scripts and what these import at once', async () => {
    const files = {
      'a/index.html':
        '<link rel="preload" href="/f.woff2"><link rel="stylesheet" href="/a.css"><script type="module" src="/s/a.js"></script>',
      'a.css': 'a{color:red}',
      's/a.js': 'import{b}from"./b.js";const c=()=>import("./c.js");b(c);',
      's/b.js': 'export{b}from"../d.js";',
      's/c.js': 'only later',
      'd.js': 'export const b=1;',
      'f.woff2': 'a font',
    };
    const folder = await folderOf(files);
    const size = (...names: (keyof typeof files)[]) =>
      names.reduce((sum, name) => sum + gzipSync(files[name]).length, 0);
    expect(weightOf(folder, 'a/index.html')).toEqual({
      html: size('a/index.html'),
      css: size('a.css'),
      js: size('s/a.js', 's/b.js', 'd.js'),
    });
  });

  test('too much, and is told by how much', () => {
    expect(excesses('a/index.html', { html: 38 * kB, css: kB, js: 3.5 * kB })).toEqual([
      'a/index.html: the page weighs 42.5 KB, 2.5 KB too much',
      'a/index.html: its JavaScript weighs 3.5 KB, 0.5 KB too much',
    ]);
  });
});

async function folderOf(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
