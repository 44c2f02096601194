import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const titles = new Set(
  globSync('{src,server,protocol,build,scripts,tests}/**/*.{test,e2e}.{ts,tsx}', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/\b\w+(?:\.\w+)?\(\s*(['"`])((?:(?!\1).)+)\1,/g)].map(([, , title]) =>
      title!.replace(/(?:\s@\w+)+$/, '').replaceAll(/\\(['"`])/g, '$1'),
    ),
  ),
);
const lessons = globSync('src/content/lessons/**/*.mdx', { cwd: root });

/** A prop of a component in MDX, wherever it stands: `test="…"`. */
const props = (source: string, component: string, prop: string) =>
  [...source.matchAll(new RegExp(`<${component}\\b[\\s\\S]*?>`, 'g'))].flatMap(([tag]) =>
    [...tag.matchAll(new RegExp(`\\b${prop}=(?:"([^"]*)"|'([^']*)'|\\{(\\d+)\\})`, 'g'))].map(
      ([, double, single, number]) => double ?? single ?? number!,
    ),
  );

describe.each(lessons)('%s', (lesson) => {
  const source = read(lesson);

  test.each([
    ['Predict', 'test'],
    ['Symptom', 'provoked'],
  ])('what a <%s> claims is asserted by a test of that title', (component, prop) => {
    const missing = props(source, component, prop).filter((title) => !titles.has(title));
    expect(missing, 'There is no test of this title').toEqual([]);
  });

  test('its front matter names the symptoms that it explains', () => {
    const named = /^symptoms: \[(.*)\]/m.exec(source)?.[1]?.split(', ').map(Number) ?? [];
    const explained = props(source, 'Symptom', 'number').map(Number);
    expect(named.toSorted((a, b) => a - b)).toEqual(explained.toSorted((a, b) => a - b));
  });
});
