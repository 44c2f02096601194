import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { redact } from './redact.ts';
import { candidates, description, type Secrets, secrets } from './redaction/secrets.fixture.ts';

type Fact = Partial<Entry> & Pick<Entry, 'what' | 'name'>;
const trace = (facts: Fact[]) =>
  facts.map((fact, index): Entry => ({ id: `alice:${index}`, seq: index, at: index * 1.5, who: 'alice', ...fact }));

const packings: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in JSON': (text) => JSON.stringify({ type: 'offer', text }),
  'in JSON in JSON': (text) => JSON.stringify({ text: JSON.stringify([text]) }),
  'in the beginning of JSON': (text) => JSON.stringify({ text, more: 'and so on' }).slice(0, -12),
  'in base64': (text) => `data:text/plain;base64,${Buffer.from(text).toString('base64')}`,
  'in base64 for links': (text) => `https://trickle.example/join/${Buffer.from(text).toString('base64url')}`,
  'in base64 of bytes': (text) =>
    Buffer.from(`\xff\xfe\x00 ${Buffer.from(text).toString('latin1')} \xff`, 'latin1').toString('base64'),
  'percent-encoded': (text) => `?text=${encodeURIComponent(text)}&more`,
  'percent-encoded, but for reserved characters': (text) => encodeURI(text),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'in base64 of JSON, percent-encoded': (text) =>
    encodeURIComponent(Buffer.from(JSON.stringify({ text })).toString('base64')),
};

/** A call in which everything that may be secret is said once where it belongs, and then wherever it may turn up. */
function call(s: Secrets): Entry[] {
  const sdp = description(s);
  const devices = [
    { deviceId: s.cameraId, groupId: s.groupId, kind: 'videoinput', label: s.cameraLabel },
    { deviceId: s.microphoneId, groupId: s.groupId, kind: 'audioinput', label: s.microphoneLabel },
    { deviceId: 'default', groupId: s.groupId, kind: 'audiooutput', label: '' },
  ];
  const config = {
    iceServers: [
      { urls: [`turn:${s.publicIpv4}:3478?transport=udp`], username: s.turnUser, credential: s.turnCredential },
    ],
  };
  const track = {
    track: s.trackId,
    on: 'video1',
    kind: 'video',
    label: s.cameraLabel,
    enabled: true,
    readyState: 'live',
  };
  const link = `wss://${s.urlUser}:${s.urlPassword}@[${s.longIpv6}]:8181/socket`;
  const everything = Object.values(s).filter((secret) => secret !== s.urlPassword);
  return trace([
    { what: 'return', name: 'enumerateDevices', body: devices },
    {
      what: 'call',
      name: 'getUserMedia',
      body: [
        {
          video: { deviceId: { exact: s.cameraId } },
          audio: { deviceId: [s.microphoneId], groupId: { ideal: s.groupId } },
        },
      ],
    },
    { what: 'return', name: 'getUserMedia', body: { stream: s.streamId, on: 'stream1', tracks: [track] } },
    { what: 'call', name: 'new RTCPeerConnection', on: 'pc1', body: [config] },
    { what: 'call', name: 'setLocalDescription', on: 'pc1', body: [{ type: 'offer', sdp }] },
    ...candidates(s).map(
      (candidate): Fact => ({
        what: 'event',
        name: 'icecandidate',
        on: 'pc1',
        body: { candidate, sdpMid: '0', usernameFragment: s.ufrag },
      }),
    ),
    {
      what: 'event',
      name: 'icecandidateerror',
      on: 'pc1',
      body: {
        address: s.ipv4,
        port: 5,
        url: `turn:${s.publicIpv4}:3478`,
        hostCandidate: `${s.ipv4}:5`,
        errorText: `from ${s.ipv6}: no`,
      },
    },
    { what: 'return', name: 'getParameters', on: 'sender1', body: { rtcp: { cname: s.cname } } },
    {
      what: 'return',
      name: 'getStats',
      on: 'pc1',
      body: {
        [`CF${s.fingerprint}`]: { type: 'certificate', fingerprint: s.fingerprint, base64Certificate: s.certificate },
        T01: { type: 'transport', iceLocalUsernameFragment: s.ufrag },
      },
    },
    { what: 'note', name: `connects to ${link}` },
    { what: 'state', name: 'channel', on: `chat with ${s.ipv4}`, body: 'open' },
    {
      what: 'sent',
      name: 'message',
      on: s.cameraLabel,
      mail: `channel:${s.cameraLabel}:alice:1`,
      body: { bytes: 12, preview: `I am ${s.ipv4}` },
    },
    {
      what: 'throw',
      name: 'addIceCandidate',
      body: { name: 'OperationError', message: `Unknown ufrag (${s.ufrag}), pwd “${s.pwd}”` },
    },
    {
      what: 'note',
      name: 'as names of members',
      body: Object.fromEntries(everything.map((secret) => [secret, { [`about ${secret}, this`]: 1 }])),
    },
    ...Object.entries(packings).flatMap(([name, pack]): Fact[] => [
      { what: 'note', name, body: { sdp: pack(sdp), link: pack(`see ${link} now`) } },
      { what: 'note', name, body: everything.map((secret) => pack(`this, ${secret}, and more`)) },
      { what: 'note', name, body: everything.map((secret) => pack(secret)) },
    ]),
  ]);
}

/** Everything that a reader with patience could get out of a text. */
function* unpacked(text: string, depth = 4): Iterable<string> {
  yield text;
  if (depth === 0) return;
  const once = text.replace(/%[0-9a-f]{2}/gi, (byte) => String.fromCharCode(Number.parseInt(byte.slice(1), 16)));
  if (once !== text) yield* unpacked(Buffer.from(once, 'latin1').toString(), depth - 1);
  if (text.includes('\\')) yield* unpacked(text.replace(/\\(["\\/])/g, '$1').replace(/\\[rn]/g, ' '), depth - 1);
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)) {
    for (const part of [run, run.slice(run.lastIndexOf('/') + 1)]) {
      const said = Buffer.from(part, 'base64').toString();
      if (/^[\s\w"'{}[\]()=:;,.…@%&?#/+\\“”’äöüßë-]{6,}$/.test(said.replaceAll('\ufffd', '')))
        yield* unpacked(said, depth - 1);
    }
  }
}

/** The secret, and the digits that base64 has for it wherever it begins in a group of three bytes. */
const tracesOf = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  ...['', '.', '..']
    .map((before) =>
      Buffer.from(before + secret)
        .toString('base64')
        .slice(before === '' ? 0 : 4, -4),
    )
    .filter((digits) => digits.length > 8),
];

function leaks(entries: readonly Entry[], s: Secrets): string[] {
  const texts = [...unpacked(JSON.stringify(entries))].map((text) => text.toLowerCase()).join('\n');
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])${s.ufrag.toLowerCase().replace(/[+/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'u',
  );
  return Object.entries(s).flatMap(([name, secret]) => {
    const found =
      name === 'ufrag' ? whole.test(texts) : tracesOf(secret).some((trace) => texts.includes(trace.toLowerCase()));
    return found ? `${name}: ${secret}` : [];
  });
}

const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shape);
  if (value && typeof value === 'object') return Object.values(value).map(shape);
  return typeof value === 'string' ? 'text' : value;
};

test('secrets planted everywhere: none is left, the rest stands, and once more changes nothing', () => {
  fc.assert(
    fc.property(secrets, (s) => {
      const entries = call(s);
      expect(leaks(entries, s)).toHaveLength(Object.keys(s).length);
      const redacted = redact(entries);
      expect(leaks(redacted, s)).toEqual([]);
      expect(shape(redacted)).toEqual(shape(entries));
      expect(redact(redacted)).toEqual(redacted);
      const kept = ({ id, seq, at, who, what }: Entry) => ({ id, seq, at, who, what });
      expect(redacted.map(kept)).toEqual(entries.map(kept));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

const one = (body: unknown) => redact(trace([{ what: 'note', name: 'one', body }]))[0]!.body;

test('one secret has one name, however it is written and wherever it stands', () => {
  const label = 'Zoë’s phone';
  const body = [
    { kind: 'videoinput', label, deviceId: 'abc123' },
    `“${label}” was unplugged`,
    { [label]: Buffer.from(label).toString('base64') },
    `to fe80::0001, from FE80:0:0:0:0:0:0:1, ${encodeURIComponent('fe80::1')}`,
  ];
  expect(one(body)).toEqual([
    { kind: 'videoinput', label: 'label-1', deviceId: 'device-1' },
    '“label-1” was unplugged',
    { 'label-1': Buffer.from('label-1').toString('base64') },
    'to 2001:db8::1, from 2001:db8::1, 2001%3Adb8%3A%3A1',
  ]);
});

test('different secrets have different names, also where some were redacted before', () => {
  expect(one(['from 10.0.0.1', 'to 192.0.2.1', 'by 10.0.0.2'])).toEqual([
    'from 192.0.2.2',
    'to 192.0.2.1',
    'by 192.0.2.3',
  ]);
  const many = Array.from({ length: 1000 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
  expect(new Set(one(many) as string[])).toHaveLength(1000);
});

test('a user of a URL and a password in it are two', () => {
  expect(one('see https://zoe:p%40ss@trickle.example/x and turn:zoe:p%40ss@turn.example')).toBe(
    'see https://user-1:credential-1@trickle.example/x and turn:user-1:credential-1@turn.example',
  );
});

test('what has only the place of a secret is replaced there, and the word stays a word', () => {
  const body = [
    { kind: 'videoinput', label: 'Camera', deviceId: 'default' },
    'Camera, then offer',
    { label: 'chat', id: 1 },
  ];
  expect(one(body)).toEqual([
    { kind: 'videoinput', label: 'label-1', deviceId: 'default' },
    'Camera, then offer',
    { label: 'chat', id: 1 },
  ]);
  const named = trace([
    { what: 'state', name: 'channel', on: 'Zoë1', body: [{ kind: 'audio', label: 'Zoë1' }, 'about Zoë1'] },
  ]);
  expect(redact(named)).toMatchObject([{ on: 'Zoë1', body: [{ label: 'label-1' }, 'about Zoë1'] }]);
});

test('what is no secret stays as it is', () => {
  const innocent = trace([
    { what: 'state', name: 'signaling', on: 'pc1', body: 'have-local-offer' },
    { what: 'event', name: 'icecandidate', on: 'pc1', body: null },
    {
      what: 'step',
      name: '5 createOffer',
      body: { ms: 12.5, ok: true, at: '2031-05-04T10:00:00.000Z', none: undefined },
    },
    {
      what: 'throw',
      name: 'setRemoteDescription',
      body: { name: 'InvalidStateError', message: 'Called in wrong state: stable' },
    },
    {
      what: 'note',
      name: 'the ufrag is missing, and password: there is none',
      body: 'Mozilla/5.0 Chrome/156.0.0.0 at 12:34:56',
    },
    {
      what: 'call',
      name: 'getUserMedia',
      body: [{ video: { width: { ideal: 640 } }, audio: { deviceId: 'default' } }],
    },
    { what: 'return', name: 'getStats', body: { IT01V1: { id: 'IT01V1', kind: 'video', type: 'inbound-rtp' } } },
    {
      what: 'sent',
      name: 'offer',
      mail: 'm1',
      body: { sdp: 'v=0\r\nc=IN IP4 0.0.0.0\r\na=msid:- \r\na=rtcp:9 IN IP4 127.0.0.1' },
    },
    {
      what: 'note',
      name: 'https://trickle.example:8181/labs/hello/?track=video#step-5',
      line: ['src/labs/hello.ts', 4],
      body: 'aGVsbG8sIHdvcmxk %zz \\x \\U',
    },
  ]);
  expect(redact(innocent)).toEqual(innocent);
});

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
