import { expect, test } from 'vitest';
import type { Letter } from './letter.ts';
import { linkWith, unpack } from './letter-link.ts';
import { readLetter } from './read-letter.ts';

const sdp = (setup: string, candidates = 1) =>
  [
    'v=0',
    'o=- 4711 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    ...Array.from({ length: candidates }, (_, port) => `a=candidate:1 1 udp 1 192.0.2.1 ${port + 1} typ host`),
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
    'a=ice-ufrag:4711',
    'a=ice-pwd:abcdefghijklmnopqrstuv',
    `a=setup:${setup}`,
    '',
  ].join('\r\n');

const offer: Letter = { type: 'offer', sdp: sdp('actpass'), written: '2030-01-01T12:00:00.000Z' };
const answer: Letter = { type: 'answer', sdp: sdp('active'), written: '2030-01-01T12:00:00.000Z', answers: '4711' };
const now = new Date('2030-01-01T12:01:00.000Z');
const text = JSON.stringify(offer);

test.each([
  ['a letter', text],
  ['with what stood around it', `\n  ${text} \n`],
  ['as a console prints a string', `'${text}'`],
])('an offer is read: %s', (_, pasted) => {
  expect(readLetter(pasted, { type: 'offer', now })).toEqual({ letter: offer });
});

test('bare SDP is read, and what it is is told by its setup; a text field’s line ends are mended', () => {
  const { written: _, ...bare } = offer;
  expect(readLetter(offer.sdp.replaceAll('\r', ''), { type: 'offer', now })).toEqual({ letter: bare });
  expect(readLetter(offer.sdp, { type: 'answer', now })).toEqual({
    refused: expect.stringContaining('This is an offer'),
  });
});

test.each([
  ['nothing', '', 'offer', 'Nothing stands here yet'],
  ['something else', 'Dear Bob', 'offer', 'no description'],
  ['an answer where an offer is due', JSON.stringify(answer), 'offer', 'This is an answer'],
  ['an offer where an answer is due', text, 'answer', 'This is an offer'],
  ['a cut text', text.slice(0, 200), 'offer', 'breaks off after 200 characters'],
  ['a cut description', JSON.stringify({ ...offer, sdp: offer.sdp.slice(0, -5) }), 'offer', 'breaks off'],
  [
    'one that lost lines in the middle',
    JSON.stringify({ ...offer, sdp: offer.sdp.replace(/a=ice-(.*\r\n)+?a=setup/, 'a=setup') }),
    'offer',
    'Line 5 of it: The section lacks a user name for ICE',
  ],
  [
    'one that lost a part of a line',
    JSON.stringify({ ...offer, sdp: offer.sdp.replace(' typ host', '') }),
    'offer',
    'Line 6 of it: The candidate cannot be read',
  ],
  ['one without a key', JSON.stringify({ ...offer, sdp: 'v=0\r\n' }), 'offer', 'names no key'],
  ['a candidate', '{"candidate":"candidate:1 1 udp …","sdpMid":"0"}', 'offer', 'single candidate'],
  ['some other JSON', '{"type":"rollback"}', 'offer', 'no type'],
  ['a number', '7', 'offer', 'no type'],
  ['null', 'null', 'offer', 'no type'],
] as const)('refused with a reason: %s', (_, pasted, type, reason) => {
  expect(readLetter(pasted, { type, now })).toEqual({ refused: expect.stringContaining(reason) });
});

test('every beginning of a letter is refused, and none throws', () => {
  for (let end = 0; end < text.length; end++)
    expect(readLetter(text.slice(0, end), { type: 'offer', now }), text.slice(0, end)).toHaveProperty('refused');
});

test('an answer to another offer is refused', () => {
  const pasted = JSON.stringify(answer);
  expect(readLetter(pasted, { type: 'answer', now, answering: '4711' })).toEqual({ letter: answer });
  expect(readLetter(pasted, { type: 'answer', now, answering: '4712' })).toHaveProperty('refused');
});

test('last week’s letter is doubted, and so is one without an address', () => {
  const later = new Date('2030-01-08T12:00:00.000Z');
  expect(readLetter(text, { type: 'offer', now: later })).toMatchObject({
    letter: offer,
    doubt: expect.stringContaining('7 days ago'),
  });
  const early = JSON.stringify({ ...offer, sdp: sdp('actpass', 0) });
  expect(readLetter(early, { type: 'offer', now })).toMatchObject({ doubt: expect.stringContaining('no address') });
});

test('a link carries a letter, and a cut link is refused like a cut letter', async () => {
  const link = await linkWith('https://192.0.2.7:8181/labs/by-hand/?as=bob', offer);
  expect(link).toMatch(/\?as=bob#offer=[\w-]+$/);
  expect(JSON.parse(await unpack(link))).toEqual(offer);
  const cut = await unpack(link.slice(0, -20));
  expect(readLetter(cut, { type: 'offer', now })).toHaveProperty('refused');
});
