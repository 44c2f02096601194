import { expect, test } from 'vitest';
import { type ConstraintSet, distance, distances, select } from './fitness.ts';

test.each([
  ['a hit is no distance', 640, 640, 0],
  ['a bare value is a wish', 640, 1280, 0.5],
  ['ideal says the same at length', 640, { ideal: 1280 }, 0.5],
  ['twice too much is as far as half too little', 1280, { ideal: 640 }, 0.5],
  ['exact that is met counts nothing', 640, { exact: 640 }, 0],
  ['exact that is not met is out', 640, { exact: 641 }, Number.POSITIVE_INFINITY],
  ['within bounds is no distance', 640, { min: 320, max: 800 }, 0],
  ['below the minimum is out', 640, { min: 641 }, Number.POSITIVE_INFINITY],
  ['above the maximum is out', 640, { max: 639 }, Number.POSITIVE_INFINITY],
  ['a wish within bounds is measured', 640, { min: 320, ideal: 800 }, 0.2],
  ['a word is hit or missed', 'user', 'environment', 1],
  ['one of several words is enough', 'user', { ideal: ['left', 'user'] }, 0],
  ['a device that does not know the property is one away', undefined, 30, 1],
  ['and out, if it is demanded', undefined, { exact: 30 }, Number.POSITIVE_INFINITY],
  ['what is not asked for is no distance', 640, undefined, 0],
])('%s', (_, actual, wish, expected) => {
  expect(distance(actual, wish)).toBeCloseTo(expected);
});

test('what the browser does not support is not asked for, not even if it is demanded', () => {
  const wanted = { width: 640, aspectRatio: { exact: 1 } };
  expect(distances({ width: 640 }, wanted, { width: true })).toEqual({ width: 0 });
});

const sizes = [
  { width: 320, height: 240 },
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const supported = { width: true, height: true };
const best = (wanted: ConstraintSet, advanced: ConstraintSet[] = []) => select(sizes, wanted, supported, advanced);

test('distances are added up, and the smallest sum wins', () => {
  // 800 by 600: 640×480 is 0.2 + 0.2 away, 1280×720 0.375 + 0.167.
  expect(best({ width: 800, height: 600 })).toEqual({ ok: true, best: [sizes[1]] });
});

test('where several are equally far, each of them is right', () => {
  expect(best({})).toEqual({ ok: true, best: sizes });
  expect(best({ width: { min: 1000 } })).toEqual({ ok: true, best: sizes.slice(2) });
});

test('a wish below may win over a demand above only if it meets it', () => {
  expect(best({ width: { min: 1000, ideal: 640 } })).toEqual({ ok: true, best: [sizes[2]] });
});

test('a demand that nobody meets is named', () => {
  expect(best({ height: 480, width: { exact: 100_000 } })).toEqual({ ok: false, failed: 'width' });
});

test('demands that are met one by one, but never together, have no name', () => {
  expect(best({ width: { exact: 640 }, height: { exact: 720 } })).toEqual({ ok: false, failed: '' });
});

test('in an advanced set a bare value is a demand, and a set that nobody can meet is passed over', () => {
  expect(best({ width: 320 }, [{ width: 5 }, { height: 720 }])).toEqual({ ok: true, best: [sizes[2]] });
});
