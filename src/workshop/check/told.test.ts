import { expect, test } from 'vitest';
import { readLetter, type Told, withLetter } from './told.ts';

const sdp = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const told: Told = { from: 'http://192.0.2.7:8181', isSecure: false, isGenuine: true, hasSocket: true, udp: 'answers' };
const offer = { type: 'offer', sdp } as const;

test('what the phone found out travels with its offer, which is as it was afterwards', () => {
  const sent = withLetter(offer, { trial: 'names', told });
  expect(sent.sdp.split('\r\n')[3]).toMatch(/^i=\{/);
  expect(readLetter(sent)).toEqual({ trial: 'names', told, description: offer });
});

const saying = (text: string) => sdp.replace('s=-\r\n', `s=-\r\ni=${text}\r\n`);

test.each([
  ['no letter', sdp],
  ['no JSON', saying('hello')],
  ['nothing', saying('null')],
  ['another trial', saying(JSON.stringify({ trial: 'relay', told }))],
  ['no address', saying(JSON.stringify({ trial: 'all', told: { ...told, from: 'the moon' } }))],
  ['words for yes', saying(JSON.stringify({ trial: 'all', told: { ...told, isSecure: 'yes' } }))],
  ['an answer of its own', saying(JSON.stringify({ trial: 'all', told: { ...told, udp: 'perhaps' } }))],
])('%s is not read', (_, text) => {
  expect(readLetter({ type: 'offer', sdp: text })).toBeUndefined();
});
