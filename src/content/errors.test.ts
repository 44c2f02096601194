import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { provocation, provocations } from '../labs/errors/provocations.ts';
import { errorGroups } from './errors.ts';

const errors = errorGroups.flatMap(({ errors }) => errors);

test('every error stands in the table once', () => {
  const slugs = errors.map(({ slug }) => slug);
  expect(slugs).toEqual([...new Set(slugs)]);
});

test('what is not told is provoked, and what is provoked is in the table', () => {
  expect(errors.filter(({ slug, told }) => (told === undefined) !== (provocation(slug) !== undefined))).toEqual([]);
  const slugs = errors.map(({ slug }) => slug);
  expect(
    provocations()
      .flatMap(({ each }) => Object.keys(each))
      .filter((slug) => !slugs.includes(slug)),
  ).toEqual([]);
});

test('each group is provoked by the lines of its file, and each of its errors by lines of that name', () => {
  for (const { file, errors } of errorGroups) {
    const source = readFileSync(join(import.meta.dirname, `../labs/errors/provoke/${file}.ts`), 'utf8');
    const regions = [...source.matchAll(/#region ([\w-]+)/g)].map(([, name]) => name);
    expect(
      errors
        .filter(({ told }) => told === undefined)
        .map(({ slug }) => slug)
        .toSorted(),
      file,
    ).toEqual(regions.toSorted());
  }
});
