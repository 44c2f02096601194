import { expect, test } from 'vitest';
import { readHere } from './here.ts';

test('what the server says is read', () => {
  const said = { lan: true, https: true, addresses: [{ http: 'http://192.0.2.7:8181/' }] };
  expect(readHere(said)).toEqual({ lan: true, addresses: said.addresses, authority: undefined });
});

test.each([null, undefined, 'Not found', 404, {}, { lan: 'yes' }, { lan: true, addresses: {} }])(
  '%o is no answer of our server',
  (said) => expect(readHere(said)).toBeUndefined(),
);
