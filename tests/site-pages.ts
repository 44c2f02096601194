import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const site = join(import.meta.dirname, '../dist');

/** The address of every page of the built site, so that a page that comes tomorrow is tested tomorrow. */
export function sitePages(): string[] {
  const files = globSync('**/*.html', { cwd: site }).map((file) => file.split(sep).join('/'));
  return files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`).sort();
}

/** What the server sends for an address. */
export const builtPage = (url: string) =>
  readFileSync(join(site, url.endsWith('/') ? `${url}index.html` : url), 'utf8');

export const lessonPages = () => sitePages().filter((page) => /^\/lessons\/.+\/$/.test(page));
