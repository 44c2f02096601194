import { expect, test } from 'vitest';
import * as z from 'zod';
import { readProps } from './read-props.ts';

const schema = z.strictObject({ file: z.string(), lines: z.array(z.number()).optional() });
const where = { component: 'Quote', page: '/lessons/media/tracks/' };

test('what fits is handed on', () => {
  expect(readProps(schema, { file: 'a.ts' }, where)).toEqual({ file: 'a.ts' });
});

test.each([
  [{}, 'file: '],
  [{ file: 'a.ts', lines: [1, 'two'] }, 'lines.1: '],
  [{ file: 'a.ts', fille: 'b.ts' }, '"fille"'],
])('%o names component, page and prop', (props, prop) => {
  expect(() => readProps(schema, props, where)).toThrow(/^<Quote> on \/lessons\/media\/tracks\/ cannot be drawn\./);
  expect(() => readProps(schema, props, where)).toThrow(prop);
});
