import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { causalOrder } from './causal-order.ts';
import { type Clock, clockWith, ownClock } from './clock.ts';
import { offsetsOf } from './offsets.ts';

type Fact = Partial<Entry> & Pick<Entry, 'id' | 'what'>;
const trace = (facts: Fact[]) =>
  facts.map(({ id, ...fact }, seq): Entry => ({ id, seq, at: seq, who: id.split(':')[0]!, name: 'x', ...fact }));
const order = (entries: readonly Entry[], clock: Clock = ownClock) => causalOrder(entries, clock).map(({ id }) => id);
const byOneClock = (entries: readonly Entry[]) => clockWith(offsetsOf(entries), entries);

test('a server takes a message in, keeps it and passes it on, whatever its clock says', () => {
  const happened = trace([
    { id: 'alice:1', what: 'sent', mail: 'm' },
    { id: 'server:1.0', what: 'received', mail: 'm' },
    { id: 'server:1.1', what: 'held', mail: 'm' },
    { id: 'server:9.0', what: 'sent', mail: 'm' },
    { id: 'bob:1', what: 'received', mail: 'm' },
  ]);
  const atOnce = happened.map((entry) => ({ ...entry, at: 1 }));
  const backwards = happened.map((entry) => ({ ...entry, at: -entry.at }));
  for (const entries of [happened, atOnce, backwards]) {
    expect(order(entries.toReversed())).toEqual(happened.map(({ id }) => id));
  }
});

test('everyone’s own go by number, as numbers do: 2.9 stands before 2.10, and 9 before 10', () => {
  const ids = ['server:2.9', 'server:2.10', 'server:9.0', 'server:10.0'];
  const entries = trace(ids.map((id) => ({ id, what: 'note', at: 1 })));
  expect(order(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)))).toEqual(ids);
});

test('clocks an hour apart are one by the mail between them', () => {
  const entries = trace([
    { id: 'alice:1', what: 'note', at: 10 },
    { id: 'alice:2', what: 'sent', at: 20, mail: 'm1' },
    { id: 'alice:3', what: 'received', at: 60, mail: 'm2' },
    { id: 'alice:4', what: 'note', at: 70 },
    { id: 'bob:1', what: 'note', at: 3_600_005 },
    { id: 'bob:2', what: 'received', at: 3_600_020, mail: 'm1' },
    { id: 'bob:3', what: 'note', at: 3_600_035 },
    { id: 'bob:4', what: 'sent', at: 3_600_040, mail: 'm2' },
  ]);
  // Bob's clock is some 3,599,990 ahead: the middle between both messages' having taken no time.
  const happened = ['alice:1', 'bob:1', 'alice:2', 'bob:2', 'bob:3', 'bob:4', 'alice:3', 'alice:4'];
  expect(order(entries, byOneClock(entries))).toEqual(happened);
});

test('where no mail tells of a clock, entries stand where they came', () => {
  const entries = trace([
    { id: 'alice:1', what: 'note', at: 10 },
    { id: 'server:1.0', what: 'note', at: 1_790_000_000_000 },
    { id: 'alice:2', what: 'note', at: 20 },
    { id: 'server:2.0', what: 'note', at: 1_790_000_000_015 },
    { id: 'alice:3', what: 'note', at: 30 },
  ]);
  expect(order(entries, byOneClock(entries))).toEqual(['alice:1', 'server:1.0', 'alice:2', 'server:2.0', 'alice:3']);
});

type Letter = { sent: number; held: number; received: number; toBob: boolean };

/** What an hour of letters by way of a server comes to: everybody numbers their own, by their own clock. */
function written(letters: readonly Letter[], ahead: number): Entry[] {
  const happened = letters.flatMap(({ sent, held, received, toBob }, mail) => {
    const [from, to] = toBob ? ['alice', 'bob'] : ['bob', 'alice'];
    const way = [
      { who: from!, what: 'sent', at: sent },
      { who: 'server', what: 'received', at: sent + held },
      { who: 'server', what: 'held', at: sent + held },
      { who: 'server', what: 'sent', at: sent + held + received },
      { who: to!, what: 'received', at: sent + held + received },
    ] as const;
    return way.map((station) => ({ ...station, mail: `${mail}` }));
  });
  const counts: Record<string, number> = {};
  return happened
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, ...fact }, seq) => {
      const count = (counts[fact.who] = (counts[fact.who] ?? 0) + 1);
      return { ...fact, id: `${fact.who}:${count}`, seq, name: 'x', at: fact.who === 'bob' ? at + ahead : at };
    });
}

const shuffled = (entries: readonly Entry[], keys: Iterator<number>) =>
  entries
    .map((entry) => ({ entry, key: keys.next().value as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);

const letters = fc.array(
  fc.record<Letter>({ sent: fc.nat(50), held: fc.nat(9), received: fc.nat(9), toBob: fc.boolean() }),
  { maxLength: 12 },
);

test('in whatever order entries came: all are there, by everyone’s own number, and nothing arrives before it left', () => {
  const hour = fc.integer({ min: -3_600_000, max: 3_600_000 });
  fc.assert(
    fc.property(letters, hour, fc.infiniteStream(fc.nat()), (letters, ahead, keys) => {
      const arrived = shuffled(written(letters, ahead), keys);
      const ordered = causalOrder(arrived, byOneClock(arrived));
      expect(new Set(ordered)).toEqual(new Set(arrived));
      for (const own of Map.groupBy(ordered, ({ who }) => who).values()) {
        const numbers = own.map(({ id }) => Number(id.split(':')[1]));
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      }
      for (const way of Map.groupBy(ordered, ({ mail }) => mail).values()) {
        expect(way.map(({ what }) => what)).toEqual(['sent', 'received', 'held', 'sent', 'received']);
      }
    }),
  );
});

test('a trace that contradicts itself is told all the same, whole', () => {
  const whats = ['sent', 'received', 'held', 'refused', 'note'] as const;
  const facts = fc.record<Fact>({
    id: fc.tuple(fc.constantFrom('alice', 'server', 'bob'), fc.nat(9)).map(([who, count]) => `${who}:${count}`),
    what: fc.constantFrom(...whats),
    mail: fc.constantFrom('m1', 'm2', 'm3'),
  });
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 30 }), (facts) => {
      expect(new Set(causalOrder(trace(facts), ownClock))).toHaveLength(facts.length);
    }),
  );
});
