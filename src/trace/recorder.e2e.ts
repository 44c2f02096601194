import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Entry } from '../../protocol/entry.ts';
import { serveSource } from '../../tests/source-site.ts';
import type * as Recorded from './recording/recorded-call.ts';

let site: Awaited<ReturnType<typeof serveSource>>;
test.beforeAll(async () => {
  site = await serveSource();
});
test.afterAll(() => site.close());
test.beforeEach(({ page }) => page.goto(site.url));

const record = `import('/src/trace/recording/recorded-call.ts')`;
type Call = Awaited<ReturnType<typeof Recorded.recordedCall>>;

const of = (entries: Entry[], who: string, on: string) => entries.filter((e) => e.who === who && e.on === on);
const states = (entries: Entry[], name: string) =>
  entries.filter((entry) => entry.what === 'state' && entry.name === name).map(({ body }) => body);
const told = ({ what, name }: Entry) => `${what} ${name}`;

test('a call is recorded, whole and in its order @both', async ({ page }) => {
  const { entries, found } = await page.evaluate<Call>(`${record}.then(({ recordedCall }) => recordedCall())`);

  await test.step('a call is recorded from the first line to the last', async () => {
    expect(entries.filter(({ what }) => what === 'note')).toEqual([]);
    expect(JSON.parse(JSON.stringify(entries))).toStrictEqual(entries);

    const alice = of(entries, 'alice', 'pc1');
    expect(alice.slice(0, 6).map(told)).toEqual([
      'call new RTCPeerConnection',
      'state signaling',
      'state gathering',
      'state ice',
      'state connection',
      'return new RTCPeerConnection',
    ]);
    expect(states(alice, 'signaling')).toEqual(['stable', 'have-local-offer', 'stable', 'closed']);
    expect(states(alice, 'gathering')).toEqual(['new', 'gathering', 'complete']);
    expect(states(alice, 'connection')).toEqual(['new', 'connecting', 'connected', 'closed']);
    expect(states(alice, 'ice')).toEqual(expect.arrayContaining(['new', 'checking', 'connected', 'closed']));
    const bob = of(entries, 'bob', 'pc1');
    expect(states(bob, 'signaling')).toEqual(['stable', 'have-remote-offer', 'stable', 'closed']);
    expect(bob[0]).toMatchObject({ name: 'new RTCPeerConnection', body: [{ iceServers: [] }] });

    const closing = alice.findIndex((entry) => told(entry) === 'call close');
    expect(alice.slice(closing).map(told)).toEqual([
      'call close',
      'state signaling',
      'state ice',
      'state connection',
      'return close',
    ]);
    expect(alice[closing + 1]).toMatchObject({ of: alice[closing]!.id });

    // One for alice's camera, one for what bob receives of it.
    expect(found).toBe(2);
    expect(entries.find((entry) => told(entry) === 'event track')).toMatchObject({
      who: 'bob',
      on: 'pc1',
      body: {
        track: { on: 'video1', kind: 'video' },
        streams: [{ on: 'stream1' }],
        receiver: { on: 'receiver1' },
        transceiver: { on: 'transceiver1' },
      },
    });
    expect(of(entries, 'alice', 'video1').map(told)).toEqual(['call stop', 'return stop']);
  });

  await test.step('every call has its line, and is answered later than it was asked', async () => {
    const calls = new Map(entries.filter(({ what }) => what === 'call').map((entry) => [entry.id, entry]));
    const answers = entries.filter(({ what }) => what === 'return' || what === 'throw');
    for (const { of, on, who, name, at } of answers) {
      expect(calls.get(of!)).toMatchObject({ on, who, name });
      expect(at).toBeGreaterThanOrEqual(calls.get(of!)!.at);
    }
    const pending = [...calls.values()].filter(({ id }) => !answers.some(({ of }) => of === id));
    expect(pending.map(told).filter((call) => call !== 'call addIceCandidate')).toEqual([]);

    const source = readFileSync('src/trace/recording/a-call.ts', 'utf8').split('\n');
    const lines = [...calls.values()].filter(({ line }) => line);
    for (const { name, line } of lines) expect(source[line![1] - 1]).toContain(`.${name}(`);
    expect(new Set(lines.map(({ name }) => name))).toEqual(
      new Set([
        'createDataChannel',
        'addTrack',
        'createOffer',
        'setLocalDescription',
        'setRemoteDescription',
        'addIceCandidate',
        'send',
      ]),
    );
  });

  await test.step('a candidate, a description and the end of candidates are told whole', async () => {
    const found = entries.filter((entry) => entry.who === 'alice' && told(entry) === 'event icecandidate');
    expect(found[0]!.body).toMatchObject({
      candidate: expect.stringContaining('candidate:'),
      sdpMid: expect.any(String),
    });
    expect(found.at(-1)!.body).toBeNull();
    const added = entries.find((entry) => entry.who === 'bob' && told(entry) === 'call addIceCandidate');
    expect(added!.body).toEqual([found[0]!.body]);

    const created = entries.find((entry) => told(entry) === 'return createOffer')!;
    expect(created.body).toEqual({ type: 'offer', sdp: expect.stringMatching(/^v=0/) });
    expect(entries.find((entry) => told(entry) === 'call setLocalDescription')!.body).toEqual([created.body]);
    // Nobody handed bob his answer: it is seen where his state changed.
    const answered = of(entries, 'bob', 'pc1').findLast((entry) => told(entry) === 'event signalingstatechange')!;
    expect(answered.body).toEqual({ localDescription: { type: 'answer', sdp: expect.stringMatching(/^v=0/) } });
  });

  await test.step('a message has one mail at both ends of its channel', async () => {
    const mails = entries.filter(({ mail }) => mail);
    const byMail = (one: Entry, other: Entry) => (one.mail! < other.mail! ? -1 : 1);
    expect(
      mails.toSorted(byMail).map(({ who, on, what, name, mail, body }) => [who, on, what, name, mail, body]),
    ).toEqual([
      ['alice', 'chat', 'sent', 'message', 'channel:chat:alice:1', { bytes: 10, preview: 'hello, Bob' }],
      ['bob', 'chat', 'received', 'message', 'channel:chat:alice:1', { bytes: 10, preview: 'hello, Bob' }],
      ['bob', 'chat', 'sent', 'message', 'channel:chat:bob:1', { bytes: 12, preview: 'hello, Alice' }],
      ['alice', 'chat', 'received', 'message', 'channel:chat:bob:1', { bytes: 12, preview: 'hello, Alice' }],
    ]);
    expect(states(of(entries, 'alice', 'chat'), 'channel').slice(0, 2)).toEqual(['connecting', 'open']);
    expect(states(of(entries, 'bob', 'chat'), 'channel').at(-1)).toBe('closed');
  });
});

test('what is refused is recorded as it was refused @both', async ({ page }) => {
  const entries = await page.evaluate<Entry[]>(`${record}.then(({ recordedTroubles }) => recordedTroubles())`);
  expect(entries.filter(({ what }) => what === 'note')).toEqual([]);
  const refused = entries.filter(({ what }) => what === 'throw');
  expect(refused.map(({ who, on, name, body }) => [who, on, name, (body as Error).name])).toEqual([
    ['alice', 'pc1', 'setRemoteDescription', expect.stringMatching(/Error$/)],
    ['alice', 'pc1', 'addIceCandidate', expect.stringMatching(/Error$/)],
    ['alice', 'early', 'send', 'InvalidStateError'],
    ['bob', 'pc1', 'new RTCPeerConnection', 'SyntaxError'],
    ['bob', 'pc2', 'new RTCPeerConnection', 'TypeError'],
  ]);
  expect(entries.filter(({ what }) => what === 'sent')).toEqual([]);
});

test('a MediaRecorder is recorded with the stream that it writes down, and of what it has written only the size @both', async ({
  page,
}) => {
  const entries = await page.evaluate<Entry[]>(`${record}.then(({ recordedRecording }) => recordedRecording())`);
  expect(entries.filter(({ what }) => what === 'note')).toEqual([]);
  const writer = entries.filter(({ on }) => on?.startsWith('recorder'));
  expect(new Set(writer.map(({ who, on }) => `${who} ${on}`))).toEqual(new Set(['alice recorder1']));
  expect(writer.slice(0, 5).map(told)).toEqual([
    'state recorder',
    'call start',
    'state recorder',
    'return start',
    'event start',
  ]);
  expect(states(writer, 'recorder')).toEqual(['inactive', 'recording', 'inactive']);
  const written = writer.filter((entry) => told(entry) === 'event dataavailable');
  for (const { body } of written) expect(body).toEqual({ bytes: expect.any(Number) });
  expect(told(writer.at(-1)!)).toBe('event stop');
});

test('a synthetic camera that is unplugged is heard to end, by the page and by the trace @both', async ({ page }) => {
  const { entries, heard } = await page.evaluate<{ entries: Entry[]; heard: number }>(`(async () => {
    const { createRecorder } = await import('/src/trace/recorder.ts');
    const { createTrace } = await import('/src/trace/trace.ts');
    const { SyntheticDevices } = await import('/src/media/synthetic-devices.ts');
    const trace = createTrace(() => 0);
    const devices = new SyntheticDevices('alice', new AbortController().signal);
    createRecorder({ trace, lineOf() {}, found() {} }).devices(devices, 'alice');
    const [track] = (await devices.getUserMedia({ video: true })).getTracks();
    let heard = 0;
    track.addEventListener('ended', () => heard++);
    devices.unplug('video');
    return { entries: trace.entries, heard };
  })()`);
  expect(heard).toBe(1);
  expect(of(entries, 'alice', 'video1').map(told)).toEqual(['event ended']);
});

test('devices are heard by their newest recorder alone @both', async ({ page }) => {
  const told = await page.evaluate<number[]>(`(async () => {
    const { createRecorder } = await import('/src/trace/recorder.ts');
    const { createTrace } = await import('/src/trace/trace.ts');
    // Devices that name themselves are heard when the page speaks for them.
    const devices = new (class extends EventTarget {
      label = 'of this page';
    })();
    const traces = [1, 2].map(() => createTrace(() => 0));
    for (const trace of traces) createRecorder({ trace, lineOf() {}, found() {} }).devices(devices, 'alice');
    devices.dispatchEvent(new Event('devicechange'));
    return traces.map(({ entries }) => entries.length);
  })()`);
  expect(told).toEqual([0, 1]);
});
