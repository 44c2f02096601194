import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Shelves } from './shelves.ts';

test('is a map, whatever is put in and taken out, and what it was stays as it was', () => {
  const key = fc.nat(80).map((nth) => `key ${nth}`);
  const act = fc.record({ key, value: fc.nat(), isTaken: fc.nat(9).map((chance) => chance === 0) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200, size: 'max' }), (acts) => {
      const map = new Map<string, number>();
      let shelves = Shelves.of<number>();
      for (const { key, value, isTaken } of acts) {
        const [before, all] = [shelves, [...shelves]];
        shelves = isTaken ? shelves.without(key) : shelves.with(key, value);
        if (isTaken) map.delete(key);
        else map.set(key, value);
        expect([...before]).toEqual(all);
        expect([shelves.get(key), shelves.has(key), shelves.size]).toEqual([map.get(key), map.has(key), map.size]);
      }
      expect([...shelves]).toEqual([...map]);
      expect([[...shelves.keys()], [...shelves.values()]]).toEqual([[...map.keys()], [...map.values()]]);
      expect([...Shelves.of(shelves)]).toEqual([...map]);
    }),
    { numRuns: 50 },
  );
});
