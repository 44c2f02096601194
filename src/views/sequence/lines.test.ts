import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slice } from '../sorted.ts';
import { traces } from '../trace.fixture.ts';
import { sequenceMoments } from './fold.ts';
import { isRun, lineCount, lineOf, linesIn } from './lines.ts';

test('any stretch of lines is that stretch of all lines, whichever runs are open', () => {
  fc.assert(
    fc.property(traces, fc.nat(), fc.nat(80), fc.nat(80), (entries, which, from, length) => {
      const view = sequenceMoments(entries)(entries.length);
      const runs = slice(view.rows).filter(isRun);
      const opened = runs.filter((_, index) => (which >> (index % 8)) & 1).map(({ place }) => place);
      const all = linesIn(view, opened, 0, Number.POSITIVE_INFINITY);
      expect(all).toHaveLength(lineCount(view, opened));
      expect(linesIn(view, opened, from, from + length)).toEqual(all.slice(from, from + length));
      all.forEach(({ row, inner }, index) => {
        if (inner === undefined) expect(lineOf(view, opened, row.place)).toBe(index);
      });
    }),
  );
});
