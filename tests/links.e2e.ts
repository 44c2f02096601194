import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { site, sitePages } from './site-pages.ts';

/** What the server makes when it is asked, and no build has. */
const made = new Set(['/trust/authority.crt']);

const fileOf = (path: string) => join(site, path.endsWith('/') ? `${path}index.html` : path);
const htmlOf = (path: string) => readFileSync(fileOf(path), 'utf8');
const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));

test('every link within the site leads somewhere, and every anchor is there', () => {
  const lost: string[] = [];
  for (const page of sitePages()) {
    for (const [, link] of htmlOf(page).matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      const url = new URL(link!.replaceAll('&amp;', '&'), `http://here${page}`);
      if (url.host !== 'here' || made.has(url.pathname)) continue;
      if (!existsSync(fileOf(url.pathname))) lost.push(`${page} links to ${link}: there is no such page`);
      else if (url.hash && !idsOf(htmlOf(url.pathname)).has(decodeURIComponent(url.hash.slice(1)))) {
        lost.push(`${page} links to ${link}: there is no such place on the page`);
      }
    }
  }
  expect(lost).toEqual([]);
});

test('no page has the same id twice', () => {
  for (const page of sitePages()) {
    const ids = [...htmlOf(page).matchAll(/<[^>]*\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      page,
    ).toEqual([]);
  }
});

test('no two words have run together where a line ended in the source', () => {
  for (const page of sitePages()) {
    const together = htmlOf(page).match(/[a-z,;]<(?:i|b|em|strong|code|a)\b[^>]*>[A-Za-z]/g) ?? [];
    expect(together, page).toEqual([]);
  }
});
