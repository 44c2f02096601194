import fc from 'fast-check';
import { expect } from 'vitest';
import { type Fold, moments } from './moments.ts';
import { traces } from './trace.fixture.ts';

/** Looked at in whatever order: every moment of a picture is what folding the entries before it makes. */
export function expectFoldedPrefixes<View>(fold: Fold<View>) {
  fc.assert(
    fc.property(traces, fc.array(fc.nat(), { maxLength: 8 }), (entries, jumps) => {
      const at = moments(fold, entries);
      for (const jump of jumps) {
        const moment = jump % (entries.length + 1);
        expect(at(moment)).toEqual(entries.slice(0, moment).reduce(fold.advance, fold.start));
      }
    }),
  );
}
