import { expect, test } from 'vitest';
import { lightPreload } from './light-preload.ts';

type Link = { href: string; onload(): void };
type Preload = (load: () => Promise<string>, urls?: string[]) => Promise<string>;

/** The helper as Vite would bundle it, on a page of which we see the links that it adds. */
async function helperOn(links: Link[]): Promise<Preload> {
  const plugin = lightPreload() as unknown as { load(id: string): string };
  const source = plugin.load('\0vite/preload-helper.js');
  const page = { createElement: () => ({}), head: { append: (link: Link) => links.push(link) } };
  const helper = new Function('document', `${source.replace('export const __vitePreload =', 'return')}`);
  return helper(page) as Preload;
}

test('a chunk runs when its styles are there, and not before', async () => {
  const links: Link[] = [];
  const preload = await helperOn(links);
  let ran = false;
  const loaded = preload(async () => String((ran = true)), ['_astro/panel.css', '_astro/panel.js']);
  expect(links.map(({ href }) => href)).toEqual(['/_astro/panel.css']);
  await Promise.resolve();
  expect(ran).toBe(false);
  links[0]!.onload();
  expect(await loaded).toBe('true');
});

test('styles are loaded once, however often a chunk is asked for', async () => {
  const links: Link[] = [];
  const preload = await helperOn(links);
  const loads = [1, 2].map(() => preload(async () => 'panel', ['_astro/panel.css']));
  for (const link of links) link.onload();
  expect(await Promise.all(loads)).toEqual(['panel', 'panel']);
  expect(links).toHaveLength(1);
});

test('a chunk without styles is simply loaded', async () => {
  const preload = await helperOn([]);
  expect(await preload(async () => 'run-lab')).toBe('run-lab');
});

test('every other module is left to Vite', () => {
  const plugin = lightPreload() as unknown as { load(id: string): unknown };
  expect(plugin.load('/src/labs/lab-host.ts')).toBeUndefined();
});
