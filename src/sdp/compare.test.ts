import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { readDescription } from './description.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.sdp`), 'utf8');
const held = (offer: string, answer: string) => compare(readDescription(offer), readDescription(answer));

test.each(['chromium', 'firefox'])('%s answers itself section by section', (browser) => {
  const sections = held(read(`${browser}-offer`), read(`${browser}-answer`));
  expect(sections.map(({ kind, verdict }) => [kind, verdict])).toEqual([
    ['audio', 'Both send, both receive.'],
    ['video', 'Both send, both receive.'],
    ['application', 'Taken: data channels go both ways.'],
  ]);
});

test('what both say of themselves stands side by side, line against line', () => {
  const [audio, , data] = held(read('chromium-offer'), read('chromium-answer'));
  expect(audio!.said).toEqual([
    { offered: expect.stringMatching(/^m=audio \d+$/), answered: expect.stringMatching(/^m=audio \d+$/) },
    { offered: 'a=sendrecv', answered: 'a=sendrecv' },
    { offered: 'a=setup:actpass', answered: 'a=setup:active', why: 'The answerer begins the DTLS handshake.' },
    {
      offered: expect.stringMatching(/^a=ice-ufrag:/),
      answered: expect.stringMatching(/^a=ice-ufrag:/),
      why: expect.any(String),
    },
  ]);
  expect(data!.said.at(-1)).toMatchObject({
    offered: 'a=max-message-size:262144',
    answered: 'a=max-message-size:262144',
  });
  const [refused] = held('m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=setup:actpass\r\n', 'm=video 0 UDP/TLS/RTP/SAVPF 96\r\n');
  expect(refused!.said).toEqual([{ offered: 'm=video 9', answered: 'm=video 0' }]);
});

test('a codec survives whatever number it has in the answer', () => {
  const [video] = held(
    'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98\r\na=rtpmap:96 VP8/90000\r\na=rtpmap:97 H264/90000\r\na=fmtp:97 profile-level-id=42e01f;packetization-mode=1\r\na=rtpmap:98 H264/90000\r\na=fmtp:98 profile-level-id=640c1f;packetization-mode=1\r\n',
    'm=video 9 UDP/TLS/RTP/SAVPF 120 96\r\na=rtpmap:120 H264/90000\r\na=fmtp:120 profile-level-id=42e034;packetization-mode=1\r\na=rtpmap:96 VP8/90000\r\n',
  );
  expect(video!.codecs.map(({ offered, answered, why }) => [offered, answered, why.split(':')[0]])).toEqual([
    ['VP8 (96)', 'VP8 (96)', 'Both know it'],
    ['H264 42e0, mode 1 (97)', 'H264 42e0, mode 1 (120)', 'The answerer’s favourite'],
    ['H264 640c, mode 1 (98)', undefined, 'The answer leaves it out'],
  ]);
});

test.each([
  ['sendrecv', 'recvonly', 'Only the offerer sends.'],
  ['sendonly', 'recvonly', 'The offerer sends, as offered.'],
  ['recvonly', 'inactive', 'Nobody sends: the answerer has nothing to send.'],
  ['sendonly', 'sendrecv', 'This cannot be an answer to that offer, whose sender only wanted to send.'],
])('%s answered by %s', (offered, answered, verdict) => {
  const section = (direction: string) => `m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=${direction}\r\n`;
  expect(held(section(offered), section(answered))[0]!.verdict).toBe(verdict);
});

test('a section that was refused, and one that is absent', () => {
  const offer = 'm=audio 9 UDP/TLS/RTP/SAVPF 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n';
  const [audio, video] = held(offer, 'm=audio 0 UDP/TLS/RTP/SAVPF 0\r\n');
  expect(audio!.verdict).toContain('Refused');
  expect(video!.verdict).toContain('no such section');
});

test('two payload types that send each other again end', () => {
  const loop =
    'm=video 9 UDP/TLS/RTP/SAVPF 96 97\r\na=rtpmap:96 rtx/90000\r\na=fmtp:96 apt=97\r\na=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\n';
  expect(held(loop, loop)[0]!.codecs).toHaveLength(2);
});

test('what stands in the header of a packet survives if both say so', () => {
  const [, video] = held(read('chromium-offer'), read('firefox-answer'));
  const orientation = video!.extensions.find(({ offered }) => offered.endsWith('urn:3gpp:video-orientation'));
  expect(orientation).toMatchObject({ survived: false });
  expect(video!.extensions.some(({ survived }) => survived)).toBe(true);
});
