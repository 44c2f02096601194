import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shape } from './leaks.fixture.ts';
import { one } from './one.fixture.ts';

const fragments = [
  '%',
  '%20',
  '%c3',
  '\\',
  '\\u00',
  '"',
  '{',
  ':',
  '::',
  '.',
  '1.2.3.4',
  'fe80::1',
  '@',
  '://',
  'turn:',
  'candidate:1 1 udp 1 ',
  ' typ host',
  'ufrag ',
  'a=msid:',
  '.local',
  'deviceId=',
  '"label":"',
  'YWJj',
  'MTAuMC4wLjE=',
  '/',
  '-',
  '==',
  '\ud800',
  'ß',
  '🎥',
];
const anything = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 5 })))
  .map((parts) => parts.join(''));

test('whatever stands in a trace, redacting it throws nothing and once is enough', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anything, fc.jsonValue({ stringUnit: 'binary' })), { maxLength: 5 }), (body) => {
      const redacted = one(body);
      expect(shape(redacted)).toEqual(shape(body));
      expect(one(redacted)).toEqual(redacted);
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test.each([
  'a',
  '1',
  ':',
  '.',
  '%2',
  '%25',
  '\\',
  '://',
  'candidate:',
  'a=msid:',
  '/',
  'fe80:',
  'A1/',
  '"deviceId":',
  '.local',
  '[{"a":',
])('a hundred thousand characters of %s take no eternity', (text) => {
  one(text.repeat(100_000 / text.length));
});
