import { expect, test } from 'vitest';
import { searchRecords } from './search-records.ts';

test('what is found is shown as it is read, without the marks of code', async () => {
  const records = await searchRecords();
  expect(records.filter(({ content }) => content.includes('`')).map(({ url }) => url)).toEqual([]);
});
