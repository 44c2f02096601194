import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { isMail, rank } from '../../trace/station.ts';
import { late, longTrace } from '../long-trace.fixture.ts';
import { slice } from '../sorted.ts';
import { traces } from '../trace.fixture.ts';
import { sequenceFold, sequenceMoments } from './fold.ts';
import { entriesOf } from './row.ts';

const fold = sequenceFold();
const rows = (entries: readonly Entry[]) => slice(sequenceMoments(entries)(entries.length).rows);
const shown = (entries: readonly Entry[]) => rows(entries).map(({ items }) => items.flatMap(entriesOf));

const folded = (entries: readonly Entry[]) => fold.view(entries.reduce(fold.advance, fold.start));

/** No station of a message stands above the one before. */
function expectToArriveBelow(entries: readonly Entry[]) {
  const places = new Map<string, number>();
  shown(entries).forEach((row, index) => {
    for (const { id } of row) if (!places.has(id)) places.set(id, index);
  });
  const messages = Map.groupBy(entries.filter(isMail), ({ mail }) => mail);
  for (const points of messages.values()) {
    const way = points.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => places.get(id)!);
    expect(way).toEqual(way.toSorted((a, b) => a - b));
  }
}

describe('for every trace', () => {
  test('any moment is the fold of its prefix, whichever moment was looked at before', () => {
    fc.assert(
      fc.property(traces, fc.array(fc.nat(), { maxLength: 8 }), (entries, jumps) => {
        const at = sequenceMoments(entries);
        for (const jump of jumps) {
          const moment = jump % (entries.length + 1);
          expect(at(moment)).toEqual(folded(entries.slice(0, moment)));
        }
      }),
    );
  });

  test('advancing leaves the view before it as it was', () => {
    fc.assert(
      fc.property(traces, (entries) => {
        entries.reduce((known, entry) => {
          const copy = structuredClone(known);
          const next = fold.advance(known, entry);
          fold.view(next);
          expect(known).toEqual(copy);
          return next;
        }, fold.start);
      }),
      { numRuns: 30 },
    );
  });

  test('every entry is shown, and in one row only unless it is an end of two arrows', () => {
    fc.assert(
      fc.property(traces, (entries) => {
        const all = shown(entries).flat();
        expect(new Set(all.map(({ id }) => id))).toEqual(new Set(entries.map(({ id }) => id)));
        for (const entry of entries) {
          if (!isMail(entry)) expect(all.filter(({ id }) => id === entry.id)).toHaveLength(1);
        }
      }),
    );
  });

  test('nothing is received above where it was sent, or before it was held', () => {
    fc.assert(
      fc.property(traces, (entries) => {
        expectToArriveBelow(entries);
      }),
    );
  });

  test('everyone’s own order is kept, but for what joins a run', () => {
    fc.assert(
      fc.property(traces, (entries) => {
        const single = rows(entries).filter(({ run }) => run === undefined);
        // What a call came to stands beside the call, and a message that arrives later is shown leaving once more.
        const firsts = new Set(
          single.flatMap(({ items: [item] }) => entriesOf(item!).slice(0, item!.kind === 'call' ? 1 : 2)),
        );
        for (const who of ['alice', 'bob', 'server']) {
          const order = [...firsts].filter((entry) => entry.who === who).map(({ id }) => Number(id.split(':')[1]));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

describe('what others did comes late', () => {
  /** How often the clock was asked is how many entries were laid out. */
  function counted(entries: readonly Entry[]) {
    let count = 0;
    const at = sequenceMoments(entries, (entry) => {
      count++;
      return entry.at;
    });
    const cost = (moment: number) => {
      const before = count;
      at(moment);
      return count - before;
    };
    return cost;
  }

  test('a trace that is four times as long costs four times as much, and any moment of it the same', () => {
    const [short, long] = [1_000, 4_000].map((length) => {
      const cost = counted(late(longTrace(length), 40));
      const all = cost(length);
      return { all, most: Math.max(...Array.from({ length: 100 }, (_, jump) => cost((jump * 7_919) % length))) };
    });
    expect(long!.all / short!.all).toBeLessThan(5);
    expect(long!.most / short!.most).toBeLessThan(2);
  });

  test('a whole page’s worth that comes at the end is heard out before it is laid out', () => {
    const [short, long] = [1_000, 4_000].map((length) => counted(late(longTrace(length), 1e9))(length));
    // From one to the other the number of entries that are waited for doubles twice: it is no square.
    expect(long! / short!).toBeLessThan(8);
  });

  test('in whatever order they come, all are shown, and nothing is received above where it was sent', () => {
    fc.assert(
      fc.property(traces, fc.infiniteStream(fc.nat()), (entries, keys) => {
        const order = new Map(entries.map((entry) => [entry, keys.next().value as number]));
        const shuffled = entries
          .toSorted((one, other) => order.get(one)! - order.get(other)!)
          .map((entry, seq) => ({ ...entry, seq }));
        expect(
          new Set(
            shown(shuffled)
              .flat()
              .map(({ id }) => id),
          ),
        ).toEqual(new Set(entries.map(({ id }) => id)));
        expectToArriveBelow(shuffled);
      }),
    );
  });
});
