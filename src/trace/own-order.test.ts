import { expect, test } from 'vitest';
import { byOwnOrder } from './own-order.ts';

test('numbers decide, and not how they are written', () => {
  const ids = ['server:10.0', 'server:2.10', 'server:2.9', 'server:2', 'server:9.1'].map((id) => ({ id }));
  expect(ids.toSorted(byOwnOrder).map(({ id }) => id)).toEqual([
    'server:2',
    'server:2.9',
    'server:2.10',
    'server:9.1',
    'server:10.0',
  ]);
});
