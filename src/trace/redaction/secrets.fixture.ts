import fc from 'fast-check';

const characters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const hex = '0123456789abcdef';
const ice = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/';
const wordy = 'abcdefghijklmnopqrstuvwxyzäöß ABCDEFGHIJ0123456789()“”’:';

const uuid = fc.uuid();
const ids = fc.oneof(
  uuid,
  uuid.map((id) => `{${id}}`),
  characters(ice, 36, 36),
  characters(hex, 64, 64),
);
const octet = fc.integer({ min: 1, max: 254 });

/** What a call of a real person would give away, made up. */
export const secrets = fc.record({
  ipv4: fc
    .tuple(fc.constantFrom(10, 11, 100, 172, 192, 193, 201), octet, octet, octet)
    .map((octets) => octets.join('.')),
  publicIpv4: fc.tuple(fc.integer({ min: 12, max: 99 }), octet, octet, octet).map((octets) => octets.join('.')),
  ipv6: fc
    .tuple(fc.constantFrom('fe80', 'fd12', '2a02'), characters(hex.slice(1), 4, 4), characters(hex.slice(1), 4, 4))
    .map(([net, ...rest]) => `${net}::${rest.join(':')}`),
  longIpv6: fc.array(characters(hex.slice(1), 4, 4), { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':')),
  mdns: uuid.map((id) => `${id}.local`),
  hostName: uuid.map((id) => `${id}.home.example`),
  // With a letter and a digit in it, it is never a word of somebody's sentence.
  ufrag: fc.tuple(characters(ice, 2, 6)).map(([rest]) => `q7${rest}`),
  pwd: characters(ice, 22, 32),
  fingerprint: fc
    .array(characters(hex.slice(1).toUpperCase(), 2, 2), { minLength: 32, maxLength: 32 })
    .map((bytes) => bytes.join(':')),
  certificate: fc.uint8Array({ minLength: 100, maxLength: 100 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  cameraLabel: characters(wordy, 8, 30).map((label) => `Cam ${label.trim()} of Zoë`),
  microphoneLabel: characters(wordy, 8, 30).map((label) => `Zoë’s ${label.trim()} mic`),
  cameraId: characters(hex, 64, 64),
  microphoneId: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  groupId: characters(hex, 64, 64),
  streamId: ids,
  trackId: ids,
  cname: fc.oneof(
    characters(ice, 16, 16),
    uuid.map((id) => `{${id}}`),
  ),
  turnUser: fc
    .tuple(fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), characters(hex, 6, 12))
    .map(([until, name]) => `${until}:zoe-${name}`),
  turnCredential: fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  urlUser: characters(hex, 5, 10).map((rest) => `zoe${rest}`),
  urlPassword: characters(hex, 8, 12).map((rest) => `pw${rest}`),
});

export type Secrets = typeof secrets extends fc.Arbitrary<infer S> ? S : never;

export const description = (s: Secrets) =>
  [
    'v=0',
    `o=- 6138743306209454977 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    `a=msid-semantic: WMS ${s.streamId}`,
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    `c=IN IP4 ${s.publicIpv4}`,
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...candidates(s).map((candidate) => `a=${candidate}`),
    `a=ice-ufrag:${s.ufrag}`,
    `a=ice-pwd:${s.pwd}`,
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${s.fingerprint}`,
    'a=setup:actpass',
    'a=mid:0',
    `a=msid:${s.streamId} ${s.trackId}`,
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:96 VP8/90000',
    `a=ssrc:4055278810 cname:${s.cname}`,
    `a=ssrc:4055278810 msid:${s.streamId} ${s.trackId}`,
    '',
  ].join('\r\n');

export const candidates = (s: Secrets) => [
  `candidate:1 1 udp 2122260223 ${s.ipv4} 53898 typ host generation 0 ufrag ${s.ufrag} network-id 1`,
  `candidate:2 1 udp 2122260223 ${s.ipv6} 53899 typ host generation 0 ufrag ${s.ufrag}`,
  `candidate:3 1 udp 2113937151 ${s.mdns} 60217 typ host generation 0`,
  `candidate:4 1 udp 1686052607 ${s.publicIpv4} 53898 typ srflx raddr ${s.ipv4} rport 53898 generation 0`,
  `candidate:5 1 udp 41885439 ${s.longIpv6} 49160 typ relay raddr ${s.ipv6} rport 53899 generation 0`,
  `candidate:6 1 tcp 1518280447 ${s.hostName} 9 typ host tcptype active generation 0`,
];
