import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { Entry } from './entry.ts';
import { entrySchema } from './entry-schema.ts';

test('what the schema reads is an entry, and every entry is read', () => {
  type Read = z.output<typeof entrySchema>;
  expectTypeOf<Read>().toExtend<Entry>();
  expectTypeOf<Entry>().toExtend<Read>();
  expectTypeOf<keyof Read>().toEqualTypeOf<keyof Entry>();
});

const entry: Entry = { id: 'alice:1', seq: 0, at: 1.5, who: 'alice', what: 'note', name: 'hello' };
const whole: Entry = {
  ...entry,
  on: 'pc1',
  body: { anything: [1, null] },
  of: 'alice:0',
  mail: 'm1',
  line: ['src/labs/hello/hello.ts', 12],
};

test.each([entry, whole])('%o comes through unchanged', (entry) => {
  expect(entrySchema.parse(entry)).toEqual(entry);
});

test.each([
  ['no id', { ...entry, id: '' }],
  ['half a number', { ...entry, seq: 0.5 }],
  ['a time that is none', { ...entry, at: Number.NaN }],
  ['a kind that nobody knows', { ...entry, what: 'dream' }],
  ['a line without its number', { ...entry, line: ['hello.ts'] }],
])('%s is refused', (_, entry) => {
  expect(entrySchema.safeParse(entry).success).toBe(false);
});
