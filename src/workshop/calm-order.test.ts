import { expect, test } from 'vitest';
import { settled } from './calm-order.ts';

test.each([
  ['nobody is at it: as wanted', 'abc', 'cab', '', 'cab'],
  ['somebody is at all of it: as it was, and who is new comes last', 'abc', 'dcb', 'all', 'abcd'],
  ['what is under the pointer keeps its place, and others go around it', 'abcd', 'dcba', 'b', 'dbca'],
  ['first and last, too', 'abcd', 'dcba', 'ad', 'acbd'],
  ['who is not wanted any more stays under the pointer', 'abc', 'ca', 'b', 'cba'],
  ['of fewer than before, it comes last', 'abcd', 'a', 'd', 'ad'],
])('%s', (_, before, wanted, held, order) => {
  expect(settled([...before], [...wanted], held === 'all' ? 'all' : new Set(held)).join('')).toBe(order);
});
