import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDescription } from './description.ts';
import { faultsOf } from './faults.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixture = (file: string) => readFileSync(join(folder, file), 'utf8');
const faults = (text: string) => faultsOf(readDescription(text));

test.each(readdirSync(folder).filter((file) => file.endsWith('.sdp')))('%s has no fault', (file) => {
  expect(faults(fixture(file))).toEqual([]);
});

const offer = fixture('chromium-data.sdp');
const lineOf = (text: string, start: string) => text.split('\r\n').findIndex((line) => line.startsWith(start)) + 1;

test('nothing at all is told', () => {
  expect(faults('')).toMatchObject([{ what: 'There is no line in it.' }]);
});

test('a text that was cut off is told with its last line', () => {
  const cut = offer.slice(0, offer.indexOf('a=sctp-port') + 8);
  expect(faults(cut)).toMatchObject([{ line: lineOf(offer, 'a=sctp-port'), what: expect.stringContaining('cut off') }]);
});

test.each([
  ['a beginning that was lost', (text: string) => text.slice(5), 'o=', 'begins with v=0'],
  ['a line that is none', (text: string) => text.replace('a=setup', ' a=setup'), ' a=setup', 'no line of SDP'],
  ['a section that says nothing', (text: string) => text.replace(/m=.*/, 'm=application'), 'm=', 'what it is'],
  ['a candidate without a type', (text: string) => text.replace('typ host', 'host'), 'a=candidate', 'candidate'],
  [
    'a fingerprint that was shortened',
    (text: string) => text.replace(/(a=fingerprint:.*):..\r/, '$1\r'),
    'a=fingerprint',
    '32 bytes',
  ],
  ['an unknown hash function', (text: string) => text.replace('sha-256', 'sha-7'), 'a=fingerprint', 'sha-7'],
  ['a short password', (text: string) => text.replace(/a=ice-pwd:.*/, 'a=ice-pwd:short'), 'a=ice-pwd', '22 to 256'],
  ['a short user name', (text: string) => text.replace(/a=ice-ufrag:.*/, 'a=ice-ufrag:x'), 'a=ice-ufrag', '4 to 256'],
  ['a group of nobody', (text: string) => text.replace('BUNDLE 0', 'BUNDLE 0 5'), 'a=group', '“5”'],
  ['a lost fingerprint', (text: string) => text.replace(/a=fingerprint.*\r\n/, ''), 'm=', 'fingerprint'],
  ['a lost user name', (text: string) => text.replace(/a=ice-ufrag.*\r\n/, ''), 'm=', 'user name'],
])('%s is told with its line, and nothing else is', (_, damage, start, what) => {
  const text = damage(offer);
  expect(text).not.toBe(offer);
  expect(faults(text)).toMatchObject([{ line: lineOf(text, start), what: expect.stringContaining(what) }]);
});

test('a payload type that nobody explains is told', () => {
  const text = fixture('chromium-offer.sdp').replace(/a=rtpmap:111 .*\r\n/, '');
  expect(faults(text)).toMatchObject([{ what: expect.stringContaining('111') }]);
});
