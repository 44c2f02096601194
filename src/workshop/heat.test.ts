import { expect, test } from 'vitest';
import type { HeatView } from '../../protocol/workshop/views.ts';
import { heatRows, outlineOf, spanOf, stayText, ticksOf } from './heat.ts';

const pages = [{ page: '/labs/tasklist/', title: 'The 23 steps lab', kind: 'Labs' }];
const view = (place: string, ...minutes: [number, number, number][]): HeatView => ({ place, minutes, medianMs: null });

test('tells how many were where in each minute, in the order in which the class came', () => {
  const heat = [
    view('/glossary/', [9, 1, 0]),
    view('tasklist 10', [7, 2, 0]),
    view('tasklist 2', [5, 3, 0], [7, 0, 2]),
    view('/join/', [4, 3, 0], [5, 0, 3]),
  ];
  const span = spanOf(heat, 9);
  expect(span).toEqual({ from: 4, minutes: 10 });
  expect(heatRows(heat, span, 9, pages).rows.map(({ title, there }) => [title, there.join(' ')])).toEqual([
    ['join', '3 0 0 0 0 0'],
    ['The 23 steps, step 2', '0 3 3 1 1 1'],
    ['The 23 steps, step 10', '0 0 0 2 2 2'],
    ['glossary', '0 0 0 0 0 1'],
  ]);
  expect(heatRows(heat, span, 9, pages).rows[1]!.most).toEqual({ count: 3, minute: 5 });
});

test('of a long workshop the last four hours are told, and who was there before is still there', () => {
  const heat = [view('/a/', [3, 5, 0], [900, 0, 2])];
  const span = spanOf(heat, 1_000);
  expect(span).toEqual({ from: 761, minutes: 240 });
  const [row] = heatRows(heat, span, 1_000, []).rows;
  expect([row!.there[0], row!.there.at(-1)]).toEqual([5, 3]);
});

test('of many places those are drawn where most time went, and the others counted', () => {
  const heat = Array.from({ length: 60 }, (_, nth) => view(`tasklist ${nth}`, [0, nth, 0]));
  const { rows, more } = heatRows(heat, spanOf(heat, 5), 5, pages);
  expect([rows.length, rows[0]!.place, rows.at(-1)!.place, more]).toEqual([40, 'tasklist 20', 'tasklist 59', 19]);
});

test('one alone can be seen beside thirty, and times stand as far apart as they can be read', () => {
  expect(outlineOf([0, 1, 30], 30)).toBe('M0 100V100H1V82.2H2V0H3V100Z');
  expect(ticksOf({ from: 4, minutes: 10 }, 6)).toEqual({ every: 2, at: [4, 6, 8, 10, 12] });
  expect(ticksOf({ from: 0, minutes: 180 }, 6)).toEqual({ every: 30, at: [0, 30, 60, 90, 120, 150] });
  // At 12:29, that is.
  expect(ticksOf({ from: 0, minutes: 180 }, 6, 749).at).toEqual([1, 31, 61, 91, 121, 151]);
  expect([null, 40_000, 170_000].map(stayText)).toEqual(['–', '40 s', '3 min']);
});
