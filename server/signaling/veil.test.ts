import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { veil, veilCandidate, veilDescription } from './veil.ts';

const fingerprint = Array.from({ length: 32 }, (_, byte) => (byte + 160).toString(16).toUpperCase()).join(':');
const sdp = [
  ...['v=0', 'o=kim 4611731400430051336 2 IN IP4 192.168.7.42', 's=Kim on desk', 't=0 0', 'a=group:BUNDLE 0'],
  ...['a=msid-semantic: WMS 5f3c9b1e', 'm=video 51372 UDP/TLS/RTP/SAVPF 96 97', 'c=IN IP4 203.0.113.77'],
  ...[
    'a=rtcp:9 IN IP4 203.0.113.77',
    'a=candidate:842163049 1 udp 2122260223 192.168.7.42 51372 typ host generation 0',
  ],
  ...['a=ice-ufrag:Zk3x', 'a=ice-pwd:dJ9Qe0bVfU2rS8mXcLw7tG1p', `a=fingerprint:sha-256 ${fingerprint}`],
  ...['a=setup:actpass', 'a=mid:0', 'a=sendrecv', 'a=rtpmap:96 VP8/90000', 'a=ssrc:3735928559 cname:kim@desk'],
  ...['a=msid:5f3c9b1e 77aa', 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:secretsecret', 'a=x-kim:me', ''],
].join('\r\n');
const secrets = [
  '192.168.7.42',
  '203.0.113.77',
  'Zk3x',
  'dJ9Qe0bV',
  fingerprint,
  'kim',
  'Kim',
  '5f3c9b1e',
  '37359285',
  '4611731',
  '842163049',
  'secretsecret',
];
const given = (value: unknown) => secrets.filter((secret) => JSON.stringify(value).includes(secret));

describe('a description', () => {
  test('gives away no address, key, fingerprint or name, and still says what it offers', () => {
    const shown = veilDescription(sdp);
    expect(given(shown)).toEqual([]);
    for (const line of [
      'm=video 51372 UDP/TLS/RTP/SAVPF 96 97',
      'a=sendrecv',
      'a=rtpmap:96 VP8/90000',
      'a=setup:actpass',
    ])
      expect(shown.split('\r\n')).toContain(line);
    expect(shown).toMatch(/a=candidate:\d+ 1 udp 2122260223 198\.1[89]\.\d+\.\d+ 51372 typ host generation 0\r\n/);
  });

  test('has the same names for the same secrets as its candidates', () => {
    const ufrag = /a=ice-ufrag:(\S+)/.exec(veilDescription(sdp))![1];
    const shown = veil({
      ...{ id: 'server:1', at: 0, who: 'server', what: 'received', name: 'candidate' },
      body: {
        candidate: { candidate: 'candidate:1 1 udp 1 192.168.7.42 1 typ host ufrag Zk3x', usernameFragment: 'Zk3x' },
      },
    });
    expect(shown.body).toMatchObject({
      candidate: { usernameFragment: ufrag, candidate: expect.stringContaining(`ufrag ${ufrag}`) },
    });
  });
});

test.each([
  ['candidate:1 1 udp 2 192.168.7.42 5 typ host', /^candidate:\d+ 1 udp 2 198\.1[89]\.\d+\.\d+ 5 typ host$/],
  ['candidate:1 1 udp 2 2a02:1:2::7 5 typ host', /^candidate:\d+ 1 udp 2 2001:db8::[\da-f:]+ 5 typ host$/],
  ['candidate:1 1 udp 2 7a9e-kim.local 5 typ host', /^candidate:\d+ 1 udp 2 [\da-f]{12}\.local 5 typ host$/],
  [
    'candidate:1 1 udp 2 198.51.100.9 5 typ srflx raddr 192.168.7.42 rport 6',
    / typ srflx raddr 198\.1[89]\.\d+\.\d+ rport 6$/,
  ],
  ['candidate:1 1 tcp 2 192.168.7.42 9 typ host tcptype active network-id 3 network-cost 10', / 9 typ host$/],
  ['192.168.7.42', /^candidate:hidden$/],
  ['candidate:192.168.7.42', /^candidate:hidden$/],
  ['', /^$/],
])('of “%s” there is shown %s', (text, shown) => {
  expect(veilCandidate(text)).toMatch(shown);
  expect(given(veilCandidate(text))).toEqual([]);
});

test('wherever they stand, descriptions and candidates are veiled, and everything else stays', () => {
  const entry = {
    ...({ id: 'server:1', at: 0, who: 'server', what: 'sent', name: 'answer' } as const),
    body: {
      to: { seat: 's', name: 'alice' },
      offer: { id: 's:1', description: { type: 'offer', sdp } },
      answer: { type: 'answer', sdp },
    },
  };
  const shown = veil(entry);
  expect(given(shown)).toEqual([]);
  expect(shown.body).toMatchObject({
    to: { seat: 's', name: 'alice' },
    offer: { id: 's:1', description: { type: 'offer' } },
  });
  expect(given(entry)).not.toEqual([]);
  expect(veil(entry)).toBe(shown);
});

test('no line that is not known passes, whatever it holds', () => {
  const secret = '192.168.7.42';
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('i=', 'u=', 'a=', 'z=', 'a=x:', 'a=ssrc:', 'c=', 'o=', ''),
      (noise, start) => {
        const line = `${start}${noise.replaceAll(/[\r\n]/g, '')}${secret}`;
        if (
          /^a=(group|mid|setup|ice-options|rtpmap|fmtp|rtcp-fb|extmap|sctp-port|max-message-size|rid|simulcast|ptime|maxptime):/.test(
            line,
          )
        )
          return;
        expect(veilDescription(`v=0\r\n${line}\r\n`)).not.toContain(secret);
      },
    ),
  );
});
