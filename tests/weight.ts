import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withImports } from '../build/static-imports.ts';

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

const sum = <Item>(items: Iterable<Item>, of: (item: Item) => number) =>
  [...items].reduce((total, item) => total + of(item), 0);
