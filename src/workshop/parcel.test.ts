import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { parcel, roomFor } from './parcel.ts';

const entry = (nth: number, body: unknown = nth): Entry => ({
  ...{ id: `alice:${nth}`, seq: nth, at: nth, who: 'alice', what: 'note', name: 'said' },
  body,
});
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

test('a trace is told in parcels that the wire carries, in order and to its end', () => {
  const entries = Array.from({ length: 250 }, (_, nth) => entry(nth, nth % 50 === 7 ? 'x'.repeat(20_000) : nth));
  const all: Entry[] = [];
  for (let next = parcel(entries, 0); next.length > 0; next = parcel(entries, all.length)) {
    expect(next.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(next).length).toBeLessThan(40_000);
    all.push(...next);
  }
  expect(all).toEqual(entries);
});

test('a body that is too large is left out, and what happened is not', () => {
  expect(parcel([entry(1, 'x'.repeat(50_000)), entry(2)], 0)).toEqual([
    { id: 'alice:1', seq: 1, at: 1, who: 'alice', what: 'note', name: 'said' },
    entry(2),
  ]);
});

test('what there is no room for is not told, and that is said', () => {
  const kept = (...entries: Entry[]) => {
    const room = roomFor({ entries: 3, characters: 2_000 });
    entries.forEach(room.put);
    return ids(room.kept);
  };
  expect(kept(entry(1), entry(2))).toEqual(['alice:1', 'alice:2']);
  expect(kept(...[1, 2, 3, 4, 5].map((nth) => entry(nth)))).toEqual(['alice:1', 'alice:2', 'spotlight:end']);
  expect(kept(entry(1, 'x'.repeat(1_500)), entry(2))).toEqual(['spotlight:end']);
});
