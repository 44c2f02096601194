import { expect, test } from 'vitest';
import { brief, gist } from './gist.ts';

const sdp = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n';
const candidate = { candidate: 'candidate:1 1 UDP 2122 192.0.2.7 50000 typ host generation 0', sdpMid: '0' };

test.each([
  ['nothing', undefined, '', ''],
  ['a description', { type: 'offer', sdp }, 'offer, 2 sections, 123 B', 'offer'],
  ['a rollback', { type: 'rollback' }, 'rollback', 'rollback'],
  ['a candidate', candidate, 'host udp 192.0.2.7:50000', 'candidate'],
  [
    'an IPv6 candidate',
    { candidate: 'candidate:1 1 tcp 9 2001:db8::7 9 typ srflx' },
    'srflx tcp [2001:db8::7]:9',
    'candidate',
  ],
  ['the last candidate', { candidate: '' }, 'no more candidates', 'the end of candidates'],
  ['null', null, 'null', 'null'],
  [
    'what getStats() answers',
    { AP: { id: 'AP', timestamp: 1, type: 'media-playout' }, T01: { id: 'T01', timestamp: 1, type: 'transport' } },
    '2 statistics',
    'AP, T01',
  ],
  [
    'a candidate in an envelope',
    { iceCandidate: candidate, didIOffer: true },
    'host udp 192.0.2.7:50000',
    'iceCandidate, didIOffer',
  ],
  ['constraints', { audio: true, video: false }, 'audio', 'audio'],
  ['a stream', { stream: 'x', on: 'stream1', tracks: [{ track: 'a', kind: 'audio' }] }, 'audio', 'stream1'],
  ['a sender', { on: 'sender1', track: { track: 'a', kind: 'audio' } }, 'sender1', 'sender1'],
  ['what an event brings', { track: { track: 'a', kind: 'audio' }, streams: [] }, 'audio', 'track, streams'],
  ['a data message', { bytes: 2_048, preview: 'hello' }, '“hello” 2.0 KB', '“hello” 2.0 KB'],
  ['an error', { name: 'InvalidStateError', message: 'no' }, 'InvalidStateError: no', 'InvalidStateError: no'],
  ['arguments', ['chat', { ordered: true }], '“chat”, ordered', '“chat”, ordered'],
])('%s', (_, body, long, short) => {
  expect(gist(body)).toBe(long);
  expect(brief(body)).toBe(short);
});

test('what is long is cut, and stays on one line', () => {
  expect(gist('a\nb'.repeat(99))).toBe(`“${'a b'.repeat(99).slice(0, 88)}…`);
  expect(brief('x'.repeat(99))).toHaveLength(40);
});
