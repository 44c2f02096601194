import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { isMail, rank } from '../../trace/station.ts';
import { moments } from '../moments.ts';
import { slice } from '../sorted.ts';
import { traces } from '../trace.fixture.ts';
import { sequenceFold } from './fold.ts';
import { entriesOf } from './row.ts';
import type { SequenceView } from './view.ts';

const fold = sequenceFold();
const views = (entries: readonly Entry[]) => moments(fold, entries);
const rows = (entries: readonly Entry[]) => slice(views(entries)(entries.length).rows);
const shown = (entries: readonly Entry[]) => rows(entries).map(({ items }) => items.flatMap(entriesOf));

/** Without the entries as they came: a list as deep as the trace is long takes a comparison its square in time. */
const picture = ({ arrived, ...view }: SequenceView) => view;

describe('for every trace', () => {
  test('any moment is the fold of its prefix, whichever moment was looked at before', () => {
    fc.assert(
      fc.property(traces, fc.array(fc.nat(), { maxLength: 8 }), (entries, jumps) => {
        const at = views(entries);
        for (const jump of jumps) {
          const moment = jump % (entries.length + 1);
          expect(picture(at(moment))).toEqual(picture(entries.slice(0, moment).reduce(fold.advance, fold.start)));
        }
      }),
    );
  });

  test('advancing leaves the view before it as it was', () => {
    fc.assert(
      fc.property(traces, (entries) => {
        entries.reduce((view, entry) => {
          const copy = structuredClone(picture(view));
          const next = fold.advance(view, entry);
          expect(picture(view)).toEqual(copy);
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
        const places = new Map<string, number>();
        shown(entries).forEach((row, index) => {
          for (const { id } of row) if (!places.has(id)) places.set(id, index);
        });
        const messages = Map.groupBy(entries.filter(isMail), ({ mail }) => mail);
        for (const points of messages.values()) {
          const way = points.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => places.get(id)!);
          expect(way).toEqual(way.toSorted((a, b) => a - b));
        }
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
