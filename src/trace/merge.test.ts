import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { merge, sayConflict } from './merge.ts';

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

test('others’ entries are appended and numbered here, however late they come', () => {
  const held = recorded('alice', 2);
  const { added } = merge(held, [entry('bob', 1, { at: 0.5, seq: 7 })]);
  expect(added).toEqual([entry('bob', 1, { at: 0.5, seq: 2 })]);
});

test('an entry that comes again is the same entry, in whatever order a schema left its members', () => {
  const held = [entry('bob', 1, { body: { candidate: 'a', sdpMid: '0', nothing: undefined } })];
  const again = { body: { sdpMid: '0', candidate: 'a' }, ...entry('bob', 1), seq: 40 };
  expect(merge(held, [{ ...again, body: { sdpMid: '0', candidate: 'a' } }])).toEqual({ added: [], conflicts: [] });
});

test('of two different entries under one id the first is kept, and it is said', () => {
  const [kept, leftOut] = [entry('bob', 1), entry('bob', 1, { what: 'call', name: 'createOffer' })];
  const { added, conflicts } = merge([], [kept, leftOut]);
  expect(added).toEqual([kept]);
  expect(conflicts).toEqual([{ kept, leftOut }]);
  expect(sayConflict(conflicts[0]!)).toBe(
    'Two entries are called bob:1. The first to arrive is kept: bob, note, bob’s 1. Left out: bob, call, createOffer.',
  );
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
      let held: Entry[] = [];
      let begin = 0;
      for (const end of ends) {
        const { added, conflicts } = merge(held, list.slice(begin, end));
        expect(conflicts).toEqual([]);
        held = [...held, ...added];
        begin = end;
      }
      const firsts = [...new Map(list.map((entry) => [entry.id, entry])).keys()];
      expect(held.map(({ id }) => id)).toEqual(firsts);
      expect(held.map(({ seq }) => seq)).toEqual(held.map((_, index) => index));
      expect(merge(held, list)).toEqual({ added: [], conflicts: [] });
    }),
  );
});

test('a trace that begins late goes on numbering from where it is', () => {
  expect(merge([entry('alice', 41)], recorded('bob', 2)).added.map(({ seq }) => seq)).toEqual([41, 42]);
});
