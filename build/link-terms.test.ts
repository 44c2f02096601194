import { satteri } from '@astrojs/markdown-satteri';
import { expect, test } from 'vitest';
import { glossary } from '../src/content/glossary.ts';
import { linkTerms } from './link-terms.ts';

/** What stands in a page, with what is linked to the glossary in brackets. */
async function read(markdown: string) {
  const renderer = await satteri({ hastPlugins: [linkTerms()] }).createRenderer({});
  const { code } = await renderer.render(markdown);
  return code.replaceAll(/<a href="\/glossary\/#[\w-]+" class="term">(.*?)<\/a>/g, '[$1]').replaceAll(/<\/?p>|\n/g, '');
}

test('a term is linked where it is said first, and not again', async () => {
  expect(await read('A track ends. Another track goes on.\n\nThat track.')).toBe(
    'A [track] ends. Another track goes on.That track.',
  );
});

test('each page begins anew', async () => {
  expect(await read('A track.')).toBe('A [track].');
  expect(await read('A track.')).toBe('A [track].');
});

test('of two that begin at one place the longer one is meant', async () => {
  expect(await read('It is called trickle ICE, a part of ICE.')).toBe('It is called [trickle ICE], a part of [ICE].');
});

test('an everyday word is a term only in company', async () => {
  expect(await read('They offer help. She sends an offer, and Bob’s answer comes.')).toBe(
    'They offer help. She sends an [offer], and Bob’s [answer] comes.',
  );
});

test('names of the interface, headings and links stay as they are', async () => {
  expect(await read('`track` and [a track](/tracks/)')).not.toContain('[');
  expect(await read('## A track')).not.toContain('[');
});

test('every term says itself, and they stand in order', () => {
  for (const { term, said } of glossary) expect(`the ${term}`, term).toMatch(said);
  const slugs = glossary.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  const terms = glossary.map(({ term }) => term.toLowerCase());
  expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b)));
});
