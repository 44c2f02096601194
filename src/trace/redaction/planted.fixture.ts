import type { Entry } from '../../../protocol/entry.ts';
import { candidates, description, type Secrets } from './secrets.fixture.ts';

type Fact = Partial<Entry> & Pick<Entry, 'what' | 'name'>;
export const trace = (facts: Fact[]) =>
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
export function call(s: Secrets): Entry[] {
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
