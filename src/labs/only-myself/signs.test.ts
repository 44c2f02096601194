import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { faults } from './faults.ts';
import { signs } from './signs.ts';

const lines = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../../public/traces/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n');
const entriesOf = (name: string) =>
  lines(name)
    .slice(1)
    .map((line): Entry => JSON.parse(line));

test('every fault has a sign', () => {
  expect(Object.keys(signs).toSorted()).toEqual(faults.map(({ key }) => key).toSorted());
});

test.each(['hello-chromium', 'hello-firefox'])(
  'in a call that went well, %s, only that all is there can be seen',
  (name) => {
    const entries = entriesOf(name);
    const seen = Object.keys(signs).filter((key) => signs[key]!.seen(entries));
    expect(seen).toEqual(['late-listener', 'own-stream']);
  },
);
