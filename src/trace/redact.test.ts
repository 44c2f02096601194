import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { liveRedaction, redact } from './redact.ts';
import { leaks, shape } from './redaction/leaks.fixture.ts';
import { one } from './redaction/one.fixture.ts';
import { call, trace } from './redaction/planted.fixture.ts';
import { secrets } from './redaction/secrets.fixture.ts';

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

test('told bit by bit, a secret keeps its name, and none that stands where it belongs is told', () => {
  const live = liveRedaction();
  const [first] = live(trace([{ what: 'event', name: 'icecandidate', body: { address: '10.0.0.7' } }]));
  const [second] = live(trace([{ what: 'note', name: 'said', body: 'to 10.0.0.8, from 10.0.0.7' }]));
  expect([first!.body, second!.body]).toEqual([{ address: '192.0.2.1' }, 'to 192.0.2.2, from 192.0.2.1']);
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
