import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export type Weight = { html: number; css: number; js: number };

export const total = ({ html, css, js }: Weight) => html + css + js;

/** What a browser loads for a page until somebody touches it, gzipped, in bytes. Fonts and pictures apart. */
export function weightOf(site: string, page: string): Weight {
  const html = readFileSync(join(site, page), 'utf8');
  const linked = (tag: string, attribute: string) =>
    [...html.matchAll(new RegExp(`<${tag}\\b[^>]*\\s${attribute}="(/[^"?]+)`, 'g'))].map(([, url]) => url!);
  const styles = linked('link', 'href').filter((url) => url.endsWith('.css'));
  const scripts = [...linked('script', 'src'), ...linked('link', 'href').filter((url) => url.endsWith('.js'))];
  return {
    html: gzipSync(html).length,
    css: sum(new Set(styles), (url) => bytes(site, url)),
    js: sum(withImports(site, scripts), (url) => bytes(site, url)),
  };
}

export const bytes = (site: string, url: string) => gzipSync(readFileSync(join(site, url))).length;

/** Scripts and whatever they import at once; what they import later costs nothing before it is asked for. */
export function withImports(site: string, scripts: string[]): Set<string> {
  const all = new Set<string>();
  const add = (url: string) => {
    if (all.has(url) || !existsSync(join(site, url))) return;
    all.add(url);
    for (const imported of staticImports(readFileSync(join(site, url), 'utf8'))) {
      add(posix.join(posix.dirname(url), imported));
    }
  };
  scripts.forEach(add);
  return all;
}

/** Of a built module: `import{a}from"./b.js"`, `import"./b.js"`, `export*from"./b.js"`. */
export const staticImports = (script: string) =>
  [...script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^;'"()]*?from\s*)?["'](\.{1,2}\/[^"']+)["']/g)].map(
    ([, url]) => url!,
  );

const sum = <Item>(items: Iterable<Item>, of: (item: Item) => number) =>
  [...items].reduce((total, item) => total + of(item), 0);
