import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { allOf } from './all-of.ts';

const found = (words: string[], text: string) =>
  allOf(words, () => true)(text).map(({ start, end }) => text.slice(start, end));

test('wherever words end, the longest of them is found, also one inside or across another', () => {
  expect(found(['she', 'he', 'hers', 'his'], 'ushers, his')).toEqual(['she', 'hers', 'his']);
  expect(found(['abcd', 'cdef', 'bc'], 'abcdef')).toEqual(['bc', 'abcd', 'cdef']);
  expect(found([], 'abc')).toEqual([]);
});

test('a shorter word counts where the longer one does not', () => {
  const find = allOf(['she', 'he'], (_, { end, start }) => end - start < 3);
  expect(find('she')).toEqual([{ start: 1, end: 3 }]);
});

test('it finds what looking for each word at each place finds', () => {
  const few = (max: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: max });
  fc.assert(
    fc.property(fc.array(few(5), { maxLength: 20 }), few(60), (words, text) => {
      const longestEnding = (end: number) =>
        words.filter((word) => text.endsWith(word, end)).toSorted((one, other) => other.length - one.length)[0];
      const expected = Array.from(text, (_, at) => longestEnding(at + 1)).filter((word) => word !== undefined);
      expect(found(words, text)).toEqual(expected);
    }),
  );
});

test('a text takes as many steps for ten thousand words as for ten, and no more than two for each character', () => {
  const text = `${'word 1 and wor word 12 '.repeat(1_000)}${'aaaaaaab'.repeat(1_000)}`;
  const steps = [10, 10_000].map((count) => {
    const words = Array.from({ length: count }, (_, n) => `word ${n + 100_000}`);
    const find = allOf([...words, 'aaaaaaaaaaaaaaaa'], () => true);
    const asked = vi.spyOn(Map.prototype, 'get');
    onTestFinished(() => asked.mockRestore());
    find(text);
    const taken = asked.mock.calls.length;
    asked.mockRestore();
    return taken;
  });
  expect(steps[0]).toBe(steps[1]);
  expect(steps[0]).toBeLessThanOrEqual(2 * text.length);
});
