import fc from 'fast-check';
import parser from 'mermaid';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { asItHappened } from './as-it-happened.ts';
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
  expect(mermaid(call)).toBe(`sequenceDiagram
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

test('what has left and not arrived is drawn where it is: on its way', () => {
  expect(mermaid(call.slice(0, 7))).toContain('Note over p1: offer – on its way');
});

type Diagram = { db: { getActorKeys(): string[]; getMessages(): { message: string }[] } };
const read = async (text: string) => {
  await parser.parse(text);
  return (await parser.mermaidAPI.getDiagramFromText(text)) as unknown as Diagram;
};

test.each([0, 1, 2, 5, 7, 9, 10, 13])('Mermaid accepts the first %i entries', async (moment) => {
  await read(mermaid(call.slice(0, moment)));
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
      const text = mermaid(trace(facts));
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
  const text = mermaid(trace(talkative));
  expect(text.length).toBeLessThan(50_000);
  expect(text).toMatch(/and \d+ more, too many for Mermaid\n$/);
  await read(text);
});

const order = (entries: readonly Entry[]) => asItHappened(entries).map(({ seq }) => seq);

test('as it happened: by mail, by everyone’s own numbers, and by one clock', () => {
  expect(order(call)).toEqual([0, 1, 2, 3, 4, 5, 9, 6, 7, 8, 10, 11, 12]);
  const late = trace([
    { who: 'alice', what: 'note', name: 'begins', id: 'alice:1', at: 10 },
    { who: 'alice', what: 'sent', name: 'offer', id: 'alice:2', at: 20, mail: 'm1' },
    { who: 'alice', what: 'received', name: 'answer', id: 'alice:3', at: 60, mail: 'm2' },
    { who: 'alice', what: 'note', name: 'ends', id: 'alice:4', at: 70 },
    { who: 'bob', what: 'note', name: 'begins', id: 'bob:1', at: 3_600_005 },
    { who: 'bob', what: 'received', name: 'offer', id: 'bob:2', at: 3_600_020, mail: 'm1' },
    { who: 'bob', what: 'note', name: 'reads', id: 'bob:3', at: 3_600_035 },
    { who: 'bob', what: 'sent', name: 'answer', id: 'bob:4', at: 3_600_040, mail: 'm2' },
  ]);
  // Bob's clock is some 3,599,990 ahead: the middle between both messages' having taken no time.
  expect(order(late)).toEqual([0, 4, 1, 5, 6, 7, 2, 3]);
});

test('as it happened, in any trace: all is there, and nothing arrives before it left, but for what contradicts itself', () => {
  const mails = fc.array(fc.tuple(fc.nat(50), fc.nat(9), fc.nat(9), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(
      mails,
      fc.integer({ min: -3_600_000, max: 3_600_000 }),
      fc.infiniteStream(fc.nat()),
      (mails, ahead, random) => {
        const happened = mails.flatMap(([at, first, second, toBob], index): (Entry & { true: number })[] => {
          const [from, to] = toBob ? ['alice', 'bob'] : ['bob', 'alice'];
          return (
            [
              [from, 'sent', at],
              ['server', 'held', at + first],
              [to, 'received', at + first + second],
            ] as const
          ).map(([who, what, time]) => ({
            id: '',
            seq: 0,
            true: time,
            at: time + (who === 'bob' ? ahead : 0),
            who: who!,
            what,
            name: 'x',
            mail: `${index}`,
          }));
        });
        const counts: Record<string, number> = {};
        const numbered = happened
          .toSorted((one, other) => one.true - other.true)
          .map((entry) => ({ ...entry, id: `${entry.who}:${(counts[entry.who] = (counts[entry.who] ?? 0) + 1)}` }));
        const shuffled = numbered
          .map((entry) => ({ entry, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        const ordered = asItHappened(shuffled);
        expect(new Set(ordered)).toEqual(new Set(shuffled));
        for (const who of ['alice', 'bob', 'server']) {
          const own = ordered.filter((entry) => entry.who === who).map(({ id }) => Number(id.split(':')[1]));
          expect(own).toEqual(own.toSorted((one, other) => one - other));
        }
        for (const { mail } of ordered) {
          const way = ordered.filter((entry) => entry.mail === mail).map(({ what }) => what);
          expect(way).toEqual(['sent', 'held', 'received']);
        }
      },
    ),
  );
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 30 }), (facts) => {
      expect(new Set(asItHappened(trace(facts)))).toHaveLength(facts.length);
    }),
  );
});
