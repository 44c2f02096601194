import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const src = new URL('..', import.meta.url).pathname;

/** tokens.css is where colours live; a test card is a painted picture, and so is what a test has recorded. */
const allowed = ['styles/tokens.css', 'media/test-card.ts', 'trace/recording/as-if-alone/media-recorders.ts'];

const named =
  'aqua|azure|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gray|grey|green|indigo|ivory|khaki|lavender|lime|' +
  'magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|turquoise|violet|wheat|' +
  'white|yellow|(?:dark|light|medium|pale|deep|hot|dim)[a-z]{3,12}';
const literal = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi;
const property = /(?:color|background|border|outline|fill|stroke|shadow|caret|accent|decoration)[\w-]*["']?\s*[:=]/i;
// Not as part of a token's name, and not as `color-mix` or `light-dark`.
const nameOnly = new RegExp(`(?<![\\w-])(?:${named})(?![\\w(-])`, 'gi');

/** What names a colour, told from ids such as `#add` in a link. */
function coloursIn(source: string): string[] {
  return source
    .split('\n')
    .filter((line) => property.test(line) || /^\s*#[0-9a-f]{3,8}\b/i.test(line))
    .map((line) => line.replace(/url\([^)]*\)|href=["'][^"']*["']/g, ''))
    .flatMap((line) => [...(line.match(literal) ?? []), ...(line.slice(line.search(/[:=]/)).match(nameOnly) ?? [])]);
}

test.each([
  ['color: #fff;', ['#fff']],
  ['<path fill="#1d1b18" />', ['#1d1b18']],
  ['border: 1px solid tomato;', ['tomato']],
  ["style={{ background: 'rgb(0 0 0 / 50%)' }}", ['rgb(']],
  ['color: var(--server); border-color: currentcolor; background: none;', []],
  ['<a href="#add">color: none</a>', []],
])('%s', (source, colours) => {
  expect(coloursIn(source)).toEqual(colours);
});

const files = globSync('**/*.{css,astro,tsx,ts,mdx}', { cwd: src })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !allowed.includes(file) && !/\.(test|e2e)\.tsx?$/.test(file));

test.each(files)('%s takes its colours from tokens.css', (file) => {
  expect(coloursIn(readFileSync(`${src}${file}`, 'utf8'))).toEqual([]);
});
