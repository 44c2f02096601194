import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { sayConflict } from './conflict.ts';
import { createTrace } from './trace.ts';

const entry = (who: string, count: number, rest: Partial<Entry> = {}): Entry => ({
  id: `${who}:${count}`,
  seq: count - 1,
  at: count,
  who,
  what: 'note',
  name: `${who}’s ${count}`,
  ...rest,
});
const recorded = (who: string, length: number) => Array.from({ length }, (_, index) => entry(who, index + 1));

/** Alice's page, whose trace holds as many entries of hers, made at noon. */
function herTrace(length = 0, capacity?: number) {
  const trace = createTrace(() => 12, capacity);
  for (let count = 1; count <= length; count++) trace.append({ who: 'alice', what: 'note', name: `alice’s ${count}` });
  return trace;
}

test('others’ entries keep their id and their time, and are numbered here, however late they come', () => {
  const trace = herTrace(2);
  const heard: Entry[] = [];
  trace.follow((entry) => heard.push(entry), new AbortController().signal);
  expect(trace.take([entry('bob', 1, { at: 0.5, seq: 7 })])).toEqual([]);
  expect(trace.entries[2]).toEqual(entry('bob', 1, { at: 0.5, seq: 2 }));
  expect(heard).toEqual(trace.entries.slice(2));
});

test('an entry that comes again is the same entry, in whatever order a schema left its members', () => {
  const trace = herTrace();
  trace.take([entry('bob', 1, { body: { candidate: 'a', sdpMid: '0', nothing: undefined } })]);
  const { seq: _, ...again } = { body: { sdpMid: '0', candidate: 'a' }, ...entry('bob', 1) };
  expect(trace.take([again])).toEqual([]);
  expect(trace.entries).toHaveLength(1);
});

test('of two different entries under one id the first is kept, and it is said', () => {
  const trace = herTrace();
  const [kept, leftOut] = [entry('bob', 1), entry('bob', 1, { what: 'call', name: 'createOffer' })];
  const [conflict] = trace.take([kept, leftOut]);
  expect(trace.entries).toEqual([kept]);
  expect(conflict).toEqual({ kept, leftOut });
  expect(sayConflict(conflict!)).toBe(
    'Two entries are called bob:1. The first to arrive is kept: bob, note, bob’s 1. Left out: bob, call, createOffer.',
  );
});

test('what was written here and comes back from elsewhere is known', () => {
  const trace = herTrace(2);
  expect(trace.take(structuredClone(trace.entries))).toEqual([]);
  trace.append({ who: 'alice', what: 'note', name: 'one more' });
  expect(trace.take(structuredClone(trace.entries))).toEqual([]);
  expect(trace.entries).toHaveLength(3);
});

test('a page that takes in what it had written before it was loaded anew goes on from there', () => {
  const trace = herTrace();
  trace.take([...recorded('alice', 12), entry('server', 1, { id: 'server:7.1' })]);
  expect(trace.append({ who: 'alice', what: 'note', name: 'back' }).id).toBe('alice:13');
  expect(trace.append({ who: 'server', what: 'note', name: 'here' }).id).toBe('server:8');
});

test('a full trace counts what comes from elsewhere, too, and says it once', () => {
  const trace = herTrace(1, 2);
  trace.take(recorded('bob', 3));
  expect(trace.entries.map(({ id }) => id).slice(0, 2)).toEqual(['alice:1', 'bob:1']);
  expect(trace.entries[2]!.name).toContain('full after 2 entries');
  expect(trace.entries).toHaveLength(3);
  expect(trace.dropped).toBe(2);
});

const arrivals = fc
  .tuple(fc.nat(12), fc.nat(12), fc.nat(12))
  .chain(([alice, bob, server]) => {
    const all = [...recorded('alice', alice), ...recorded('bob', bob), ...recorded('server', server)];
    const doubled = fc.shuffledSubarray(all).map((again) => [...all, ...again]);
    return doubled.chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
  })
  .chain((list) => fc.tuple(fc.constant(list), fc.array(fc.nat(list.length))));

test('any interleaving, in any portions, doubled or not: all are there once, in order of arrival, and none ever moves', () => {
  fc.assert(
    fc.property(arrivals, ([list, cuts]) => {
      const ends = [...cuts, list.length].sort((a, b) => a - b);
      const trace = herTrace();
      let begin = 0;
      for (const end of ends) {
        const before = [...trace.entries];
        expect(trace.take(list.slice(begin, end))).toEqual([]);
        expect(trace.entries.slice(0, before.length)).toEqual(before);
        begin = end;
      }
      const firsts = [...new Set(list.map(({ id }) => id))];
      expect(trace.entries.map(({ id }) => id)).toEqual(firsts);
      expect(trace.entries.map(({ seq }) => seq)).toEqual(firsts.map((_, index) => index));
      expect(trace.take(list)).toEqual([]);
      expect(trace.entries).toHaveLength(firsts.length);
    }),
  );
});
