import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Description, type Line, readDescription, writeDescription } from './description.ts';
import { explain } from './explain.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.sdp'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

const everyLine = (description: Description) =>
  [description.session, ...description.media].flatMap((section) =>
    section.lines.map((line) => ({ line, section, description })),
  );
const tell = (text: string, name: string) => {
  const told = everyLine(readDescription(text)).find(({ line }) => line.name === name || line.letter === name)!;
  return explain(told);
};

describe.each(fixtures)('%s', (file) => {
  const text = read(file);
  const description = readDescription(text);

  test('comes back byte for byte', () => {
    expect(writeDescription(description)).toBe(text);
  });

  test('has no line of which only the form is known', () => {
    const general = everyLine(description).filter((told) => explain(told).isGeneral);
    expect(general.map(({ line }) => line.text)).toEqual([]);
  });

  test('has each line in one section', () => {
    const inSections: Line[] = everyLine(description).map(({ line }) => line);
    expect(inSections).toEqual(description.lines);
  });

  test('each part of an explanation is a piece of its line', () => {
    for (const told of everyLine(description)) {
      for (const { text } of explain(told).parts ?? []) expect(told.line.text).toContain(text);
    }
  });
});

const strange = fc.constantFrom(
  'constructor',
  '__proto__',
  'toString',
  'a=',
  'm=',
  '',
  ' ',
  ':',
  'a=fmtp:96 apt=96',
  'a=rtpmap:96 rtx/90000',
  '0',
  '-1',
);
const word = fc.oneof(strange, fc.string({ unit: 'binary' }));
const line = fc
  .tuple(
    fc.constantFrom(
      'v=',
      'o=',
      'm=',
      'c=',
      'b=',
      'a=',
      'a=rtpmap:',
      'a=fmtp:',
      'a=rtcp-fb:',
      'a=candidate:',
      'a=extmap:',
      'a=ssrc:',
      'a=group:',
      'a=simulcast:',
      'a=rid:',
      '',
    ),
    fc.array(word),
  )
  .map(([head, words]) => head + words.join(' '));

test('any text is read, explained and given back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.constantFrom('\r\n', '\n', '\r', ''))), (lines) => {
      const text = lines.flat().join('');
      const description = readDescription(text);
      expect(writeDescription(description)).toBe(text);
      for (const told of everyLine(description)) {
        const { about, says } = explain(told);
        expect([typeof about, typeof says]).toEqual(['string', 'string']);
      }
    }),
  );
});

test.each([
  ['a=setup:actpass\r\n', 'setup', 'Either side may begin'],
  ['a=candidate:1 1 udp 2122260223 192.0.2.7 5000 typ host\r\n', 'candidate', 'an address of this very machine'],
  ['a=ice-options:trickle\r\n', 'ice-options', 'one by one'],
  ['m=video 0 UDP/TLS/RTP/SAVPF 96\r\n', 'm', 'not this one'],
  ['m=audio 9 UDP/TLS/RTP/SAVPF 111 0\r\na=rtpmap:111 opus/48000/2\r\n', 'm', 'opus (111), PCMU (0)'],
  [
    'm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack pli\r\n',
    'rtcp-fb',
    'lost the picture',
  ],
  ['a=group:BUNDLE 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\n', 'group', '“0”'],
  ['a=group:BUNDLE 7\r\n', 'group', 'no section is called so'],
  ['a=simulcast:send h;m;l\r\n', 'simulcast', 'send: h, m, l'],
])('%j says what it means', (text, name, says) => {
  expect(tell(text, name).says).toContain(says);
});

test('an H.264 profile is told by its name', () => {
  const text = 'm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 profile-level-id=42e01f\r\n';
  expect(tell(text, 'fmtp').parts).toEqual([
    { text: 'profile-level-id=42e01f', means: 'Constrained Baseline profile, level 3.1' },
  ]);
});

test.each([
  ['a=constructor:1', 'constructor'],
  ['a=ice-options:trickle constructor', 'ice-options'],
  ['a=candidate:1 1 udp 2122260223 192.0.2.7 5000 typ host constructor 1', 'candidate'],
  ['a=candidate:1 1 udp 2122260223 192.0.2.7 5000 typ constructor', 'candidate'],
  ['a=setup:constructor', 'setup'],
  ['a=group:constructor 0', 'group'],
  ['a=ssrc:1 constructor:1', 'ssrc'],
  ['a=ssrc-group:constructor 1 2', 'ssrc-group'],
  ['a=content:constructor', 'content'],
  ['a=rtpmap:96 constructor/90000', 'rtpmap'],
  ['a=fmtp:96 constructor=1', 'fmtp'],
  ['a=rtcp-fb:96 constructor', 'rtcp-fb'],
  ['a=rtcp-xr:constructor', 'rtcp-xr'],
  ['a=extmap:1 constructor', 'extmap'],
  ['b=constructor:1', 'b'],
])('where a word of %s is unknown, the explanation says that it is general', (line, name) => {
  expect(tell(`m=video 9 UDP/TLS/RTP/SAVPF 96\r\n${line}\r\n`, name)).toMatchObject({ isGeneral: true });
});

test.each([
  ['janus-offer.sdp', 's', 'It is called “VideoRoom 1234”'],
  ['chromium-offer.sdp', 's', 'a call has none'],
  ['plan-b-offer.sdp', 'ice-options', 'a dialect of ICE'],
])('%s: what stands in %s= is what is told', (file, name, says) => {
  expect(tell(read(file), name).says).toContain(says);
});

test('where data channels are announced in the old way, the section ends with a port and not with what runs over it', () => {
  expect(tell(read('data-old-offer.sdp'), 'm').parts!.at(-1)).toEqual({
    text: '5000',
    means: expect.stringContaining('the port of SCTP'),
  });
});

test.each([
  ['a=framerate:30', 'framerate', 'RFC 8866, section 6.13'],
  ['a=quality:5', 'quality', 'RFC 8866, section 6.14'],
  ['a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid', 'extmap', 'RFC 9143, section 15.2'],
])('%s names the section that is about it', (line, name, title) => {
  expect(tell(`m=video 9 UDP/TLS/RTP/SAVPF 96\r\n${line}\r\n`, name).place.title).toBe(title);
});
