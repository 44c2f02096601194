import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { largest, readTrace, readTraceFile, type TraceFile, writeTrace } from './file.ts';
import { explainProblem } from './file-problem.ts';

const entries: Entry[] = [
  {
    id: 'alice:1',
    seq: 0,
    at: 12.5,
    who: 'alice',
    on: 'pc1',
    what: 'call',
    name: 'createOffer',
    body: [],
    line: ['src/labs/hello/hello.ts', 7],
  },
  {
    id: 'bob:1',
    seq: 1,
    at: 3_600_013,
    who: 'bob',
    what: 'received',
    name: 'offer',
    mail: 'm1',
    body: { sdp: 'v=0\r\n', note: 'ß\u2028🎥' },
  },
  { id: 'alice:2', seq: 2, at: 14, who: 'alice', what: 'return', name: 'createOffer', of: 'alice:1', body: null },
];
const file: TraceFile = { recorded: '2031-05-04T10:00:00.000Z', offsets: { alice: 0, bob: -3_600_000 }, entries };
const [head, ...lines] = writeTrace(file).trimEnd().split('\n') as [string, ...string[]];

const said = (text: string) => {
  const reading = readTrace(text);
  return reading.ok ? 'nothing' : explainProblem(reading.problem);
};

test('the first line says version, offsets and when; then an entry a line', () => {
  expect(head).toBe('{"trickle":1,"offsets":{"alice":0,"bob":-3600000},"recorded":"2031-05-04T10:00:00.000Z"}');
  expect(lines.map((line) => JSON.parse(line))).toEqual(entries);
});

test.each([
  ['as it was written', (text: string) => text],
  ['without its last line end', (text: string) => text.trimEnd()],
  ['from an editor that ends lines its own way', (text: string) => text.replaceAll('\n', '\r\n')],
  ['from an editor that marks its encoding', (text: string) => `\uFEFF${text}`],
  ['with empty lines', (text: string) => text.replaceAll('\n', '\n\n')],
])('a trace comes back %s', (_, edit) => {
  expect(readTrace(edit(writeTrace(file)))).toEqual({ ok: true, file });
});

test('the order of the lines is the order of arrival, whatever numbers stand in them', () => {
  const reading = readTrace([head, lines[2], lines[0]].join('\n'));
  expect(reading).toMatchObject({
    ok: true,
    file: {
      entries: [
        { id: 'alice:2', seq: 0 },
        { id: 'alice:1', seq: 1 },
      ],
    },
  });
});

test.each([
  [
    'a line that is no JSON',
    [head, lines[0], 'oops', lines[2]],
    'Line 3 is damaged: it is not JSON. Export the trace again, or open the one entry before that.',
  ],
  [
    'a line that is no entry',
    [head, lines[0], lines[1], '17', ''],
    'Line 4 is damaged: it is no entry of a trace. Export the trace again, or open the 2 entries before that.',
  ],
  [
    'an unknown kind of entry',
    [head, lines[0]!.replace('"call"', '"dream"')],
    'Line 2 is damaged: its “what” is missing, or not what it should be. Export the trace again.',
  ],
  [
    'an id that was there before',
    [head, lines[0], lines[0]],
    'Line 3 is damaged: its id is missing, or was there before. Export the trace again, or open the one entry before that.',
  ],
  [
    'offsets that are none',
    [head.replace('-3600000', '"late"')],
    'Line 1 is damaged: its “offsets” is missing, or not what it should be. Export the trace again.',
  ],
  [
    'a time that is none',
    [head.replace('2031', 'soon')],
    'Line 1 is damaged: its “recorded” is missing, or not what it should be. Export the trace again.',
  ],
  [
    'a first line that is no JSON',
    [head.slice(0, -1), lines[0]],
    'Line 1 is damaged: it is not JSON. Export the trace again.',
  ],
  [
    'a body without a bottom',
    [head, lines[0]!.replace('[]', '['.repeat(5000) + ']'.repeat(5000))],
    'Line 2 is damaged: its “body” is missing, or not what it should be. Export the trace again.',
  ],
  [
    'a file that was cut off',
    [head, lines[0], lines[1]!.slice(0, -1)],
    'This file ends in the middle of a line: it was cut off. Copy or download it again, or open the one entry before that.',
  ],
  [
    'a file cut off in its first line',
    [head.slice(0, -1)],
    'This file ends in the middle of a line: it was cut off. Copy or download it again.',
  ],
  [
    'a newer version',
    ['{"trickle":2,"clocks":[]}', lines[0]],
    'This trace is of version 2, and this Trickle reads up to 1. Update Trickle, or open the trace where it was recorded.',
  ],
  [
    'a dump of webrtc-internals',
    ['{"getUserMedia":[],"PeerConnections":{},"UserAgent":"…"}'],
    'This is a dump of chrome://webrtc-internals and no trace. Record the call with Trickle and export that.',
  ],
  [
    'the same, indented',
    ['{', ' "PeerConnections": {}', '}'],
    'This is a dump of chrome://webrtc-internals and no trace. Record the call with Trickle and export that.',
  ],
  [
    'a web page',
    ['<!doctype html>', '<title>about:webrtc</title>'],
    'This is a web page and no trace. Choose the file that Export gave you; its name ends in .jsonl.',
  ],
  [
    'some JSON',
    ['{"name":"trickle"}'],
    'This is JSON, but no trace: the first line of a trace begins with {"trickle":1. Choose another file.',
  ],
  [
    'some text',
    ['Dear diary,'],
    'This is text, but no trace. Choose the file that Export gave you; its name ends in .jsonl.',
  ],
  [
    'something packed',
    ['\u001f\ufffd\b\0\0'],
    'This is no text, so it is no trace. If it is packed, unpack it first; a trace’s name ends in .jsonl.',
  ],
  ['nothing', [' ', ''], 'There is nothing in it. Export the trace again, or choose another file.'],
])('%s: a sentence says so', (_, text, sentence) => {
  expect(said(text.join('\n'))).toBe(sentence);
});

test('too large: known before it is read', async () => {
  const blob = Object.defineProperty(new Blob(['']), 'size', { value: largest + 1 });
  const reading = await readTraceFile(blob);
  expect(reading).toEqual({ ok: false, problem: { reason: 'too-large', bytes: largest + 1, largest } });
  expect(said('x'.repeat(largest + 1))).toBe(
    'This file has 51 MB, and a trace may have 50. Record a shorter stretch of the call.',
  );
});

test('a file that went away while it was being read', async () => {
  const blob = Object.defineProperty(new Blob(['']), 'text', { value: () => Promise.reject(new Error('gone')) });
  const reading = await readTraceFile(blob);
  expect(!reading.ok && explainProblem(reading.problem)).toContain('Has it been moved or deleted?');
  expect(await readTraceFile(new Blob([writeTrace(file)]))).toEqual({ ok: true, file });
});

// Without -0, which JSON does not know.
const plain = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const traces = fc
  .array(
    fc.record({
      at: fc.double({ noNaN: true, noDefaultInfinity: true }).map((at) => at + 0),
      body: plain,
      name: fc.string({ unit: 'binary' }),
    }),
    { maxLength: 8 },
  )
  .map((facts): TraceFile => {
    const entries = facts.map((fact, seq): Entry => ({ id: `alice:${seq}`, seq, who: 'alice', what: 'note', ...fact }));
    return { ...file, entries };
  });

test('whatever was recorded comes back', () => {
  fc.assert(
    fc.property(traces, (file) => {
      expect(readTrace(writeTrace(file))).toEqual({ ok: true, file });
    }),
  );
});

test('cut anywhere: what is there is read, no entry is made up, and none before the cut is lost', () => {
  fc.assert(
    fc.property(traces, fc.nat(), (file, cut) => {
      const text = writeTrace(file);
      const part = text.slice(0, cut % text.length);
      const reading = readTrace(part);
      const read = (reading.ok ? reading.file : reading.readable)?.entries ?? [];
      const whole = readTrace(text);
      expect(whole.ok && whole.file.entries.slice(0, read.length)).toEqual(read);
      expect(read.length).toBeGreaterThanOrEqual(part.split('\n').length - 2);
    }),
  );
});

test('any text, and any damage, is answered and never thrown', () => {
  const damaged = fc
    .tuple(traces, fc.nat(), fc.nat(9), fc.string({ unit: 'binary' }))
    .map(([file, place, length, put]) => {
      const text = writeTrace(file);
      const at = place % text.length;
      return text.slice(0, at) + put + text.slice(at + length);
    });
  const lines = fc.array(fc.json(), { maxLength: 4 }).map((lines) => [head, ...lines].join('\n'));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged, lines), (text) => {
      const reading = readTrace(text);
      if (!reading.ok) expect(explainProblem(reading.problem)).toMatch(/\.$/);
    }),
  );
});
