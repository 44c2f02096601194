import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const folder = join('src', 'content', 'lessons');

const lessons = globSync('**/*.mdx', { cwd: join(root, folder) }).map((file) => ({
  id: file.split(sep).join('/').replace('.mdx', ''),
  outcomes: /^outcomes: \[(.*)\]$/m.exec(read(join(folder, file)))![1]!.split(', '),
}));

const rows = [...read('docs/outcomes.md').matchAll(/^\| (C\d+) \|[^|]*\|([^|]*)\|/gm)].map(([, outcome, cell]) => ({
  outcome: outcome!,
  taught: [...cell!.matchAll(/`([^`]+)`/g)].map(([, id]) => id!),
}));

test('the lessons of each outcome are those that say they serve it', () => {
  expect(rows.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 15 }, (_, at) => `C${at + 1}`));
  for (const { outcome, taught } of rows) {
    const serving = lessons.filter(({ outcomes }) => outcomes.includes(outcome)).map(({ id }) => id);
    expect(taught.toSorted(), outcome).toEqual(serving.toSorted());
  }
});
