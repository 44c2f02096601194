import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byText, none, type Sorted, slice, sortedBy } from './sorted.ts';

type Word = { word: string; times: number };
const words = sortedBy(({ word }: Word) => word, byText);
const given = fc.array(fc.record({ word: fc.string({ maxLength: 3 }), times: fc.nat(9) }), { maxLength: 400 });
const all = (list: Sorted<Word>) => slice(list);

test('it holds what a map would hold, in order', () => {
  fc.assert(
    fc.property(given, (items) => {
      const map = new Map(items.map((item) => [item.word, item]));
      const list = items.reduce<Sorted<Word>>(words.put, none);
      const expected = [...map.values()].sort((a, b) => byText(a.word, b.word));
      expect(all(list)).toEqual(expected);
      expect(list.size).toBe(expected.length);
      expected.forEach((item, index) => {
        expect(words.find(list, item.word)).toBe(item);
        expect(words.indexOf(list, item.word)).toBe(index);
      });
      expect(words.find(list, 'longer than any')).toBeUndefined();
    }),
  );
});

test('a list that was grown from another leaves the other as it was', () => {
  fc.assert(
    fc.property(given, given, (before, after) => {
      const list = before.reduce<Sorted<Word>>(words.put, none);
      const copy = structuredClone(list);
      after.reduce<Sorted<Word>>(words.put, list);
      expect(list).toEqual(copy);
    }),
  );
});

test('a slice is a slice', () => {
  fc.assert(
    fc.property(given, fc.nat(200), fc.nat(200), (items, from, to) => {
      const list = items.reduce<Sorted<Word>>(words.put, none);
      expect(slice(list, from, to)).toEqual(all(list).slice(from, to));
    }),
  );
});
