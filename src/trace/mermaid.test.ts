import fc from 'fast-check';
import parser from 'mermaid';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { ownClock } from './clock.ts';
import { mermaid } from './mermaid.ts';

type Fact = Partial<Entry> & Pick<Entry, 'who' | 'what' | 'name'>;
const trace = (facts: Fact[]) => facts.map((fact, seq): Entry => ({ id: `${fact.who}:${seq}`, seq, at: seq, ...fact }));

const offer = { name: 'offer', mail: 'm1' };
const call = trace([
  { who: 'alice', on: 'pc1', what: 'call', name: 'setLocalDescription', body: [{ type: 'offer', sdp: 'v=0' }] },
  { who: 'alice', on: 'pc1', what: 'state', name: 'signaling', body: 'have-local-offer' },
  { who: 'alice', on: 'pc1', what: 'return', name: 'setLocalDescription' },
  { who: 'alice', on: 'pc1', what: 'event', name: 'icecandidate', body: null },
  { who: 'alice', on: 'pc1', what: 'event', name: 'icecandidate', body: null },
  { who: 'alice', what: 'sent', ...offer },
  { who: 'bob', what: 'step', name: '12 createAnswer' },
  { who: 'bob', what: 'throw', name: 'createAnswer', body: { name: 'InvalidStateError', message: 'no offer; yet' } },
  { who: 'bob', what: 'received', ...offer },
  { who: 'server', what: 'held', ...offer, at: 5.5 },
  { who: 'bob', what: 'sent', name: 'answer', mail: 'm2' },
  { who: 'alice', what: 'note', name: 'nothing yet' },
  { who: 'server', what: 'refused', name: 'answer', mail: 'm2' },
]);

test('a call as a diagram: late entries in their place, runs counted, refusals crossed out', () => {
  expect(mermaid(call, ownClock)).toBe(`sequenceDiagram
  participant p1 as alice
  participant p2 as server
  participant p3 as bob
  p1->>p1: pc1 setLocalDescription offer
  Note over p1: pc1 signaling have-local-offer
  p1-->>p1: pc1 icecandidate ×2
  p1->>p2: offer – held
  Note over p1,p3: 12 createAnswer
  Note over p3: ✗ createAnswer – InvalidStateError, no offer#59; yet
  p2->>p3: offer
  Note over p1: nothing yet
  p3-xp2: answer – refused
`);
});

const witnessed = trace([
  { who: 'alice', what: 'sent', ...offer },
  { who: 'server', what: 'received', ...offer, id: 'server:2.0' },
  { who: 'server', what: 'held', ...offer, id: 'server:2.1' },
  { who: 'bob', what: 'received', ...offer },
  { who: 'server', what: 'sent', ...offer, id: 'server:10.2', at: 9 },
  { who: 'server', what: 'received', name: 'join', id: 'server:9.0', at: 5 },
]);

test('a server that tells what it does: one arrow for every way, and what is on its way is on its way', () => {
  const drawn = (entries: readonly Entry[]) => mermaid(entries, ownClock).split('\n').slice(4, -1);
  const taken = ['  p1->>p2: offer', '  Note over p2: offer – held'];
  expect(drawn(witnessed)).toEqual([...taken, '  Note over p2: join', '  p2->>p3: offer']);
  const bobIsThere = { ...witnessed[3]!, what: 'note', name: 'waits', mail: undefined } as Entry;
  expect(drawn([...witnessed.toSpliced(3, 1), bobIsThere])).toEqual([
    ...taken,
    '  Note over p3: waits',
    '  Note over p2: join',
    '  Note over p2: offer – on its way',
  ]);
});

test('a message that nobody could count is drawn where it was sent', () => {
  const [sent] = trace([{ who: 'alice', what: 'sent', name: 'message', on: 'chat' }]);
  expect(mermaid([sent!], ownClock)).toContain('Note over p1: chat message – sent');
});

test('what has left and not arrived is drawn where it is: on its way', () => {
  expect(mermaid(call.slice(0, 7), ownClock)).toContain('Note over p1: offer – on its way');
});

type Diagram = { db: { getActorKeys(): string[]; getMessages(): { message: string }[] } };
const read = async (text: string) => {
  await parser.parse(text);
  return (await parser.mermaidAPI.getDiagramFromText(text)) as unknown as Diagram;
};

test.each([0, 1, 2, 5, 7, 9, 10, 13])('Mermaid accepts the first %i entries', async (moment) => {
  await read(mermaid(call.slice(0, moment), ownClock));
});

const hostile = [
  ...['end', 'END', 'and', 'else', 'box', 'loop', 'note', 'wrap:', 'nowrap: x', 'as', 'sequenceDiagram', 'style: a#b;'],
  ...['a;b', 'a#59;b', '#', '#lt;', '%%', '%%{init: {"theme": "dark"}}%%', '---\ntitle: x\n---', 'a\nend', 'a\r\nb'],
  ...[
    '<script>alert(1)</script>',
    '<br/>',
    '"',
    '`',
    '\\',
    '$$x$$',
    '->>',
    '-x',
    '+p1',
    '@{ "type": "queue" }',
    ':',
    ',',
  ],
  ...[
    'ﬂ°°59¶ß',
    '\u2028',
    '\u0000',
    '\ud800',
    '',
    ' ',
    '🎥',
    'عربى',
    '\u202e',
    '__proto__',
    'constructor',
    '&amp;',
    '*a*',
  ],
];
const names = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('alice', 'bob'),
);
const whats = [
  'call',
  'return',
  'throw',
  'event',
  'state',
  'sent',
  'received',
  'held',
  'refused',
  'step',
  'note',
] as const;
const facts = fc.record<Fact>(
  {
    who: names.filter((who) => who !== ''),
    what: fc.constantFrom(...whats),
    name: names,
    on: names,
    mail: fc.constantFrom('m1', 'm2', 'm3'),
    body: fc.oneof(names, fc.record({ name: names, message: names }), fc.tuple(fc.record({ type: names }))),
  },
  { requiredKeys: ['who', 'what', 'name'] },
);

test('Mermaid accepts any names, and takes them for nothing but names', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 12 }), async (facts) => {
      const text = mermaid(trace(facts), ownClock);
      const { db } = await read(text);
      const lines = text.trimEnd().split('\n').slice(1);
      const participants = lines.filter((line) => line.startsWith('  participant '));
      expect(db.getActorKeys()).toEqual(participants.map((_, index) => `p${index + 1}`));
      const labels = lines.slice(participants.length).map((line) => line.slice(line.indexOf(': ') + 2));
      // Between parsing and drawing Mermaid 12 writes #59; as ﬂ°°59¶ß.
      const shown = labels.map((label) => label.replace(/#(\d+);/g, 'ﬂ°°$1¶ß'));
      expect(db.getMessages().map(({ message }) => message)).toEqual(shown);
    }),
  );
});

test('a trace that is too long for Mermaid ends in a sentence', async () => {
  const talkative = Array.from({ length: 500 }, (_, index): Fact => {
    return { who: 'alice', what: 'note', name: `${index} ${'and so on '.repeat(12)}` };
  });
  const text = mermaid(trace(talkative), ownClock);
  expect(text.length).toBeLessThan(50_000);
  expect(text).toMatch(/and \d+ more, too many for Mermaid\n$/);
  await read(text);
});
