import { expect, test } from 'vitest';
import { reasonOf, wantingOf, warningOf } from './patience.ts';
import type { Progress } from './progress.ts';

const after = (...keys: string[]): Progress =>
  Object.fromEntries(keys.map((key) => [key, { status: 'done', began: 0, ended: 0 } as const]));

test('nobody is impatient before the answer is there, or after it was set by Alice', () => {
  expect(wantingOf(after('17', 'hand-over', 'add'))).toBeUndefined();
  expect(wantingOf(after('17', 'add', '15'))).toBeUndefined();
  expect(wantingOf(after('17', 'add', '15', '16', '19', '21', '22'))).toBeUndefined();
});

test('Firefox wants candidates, and who is about to let it wait for them is told before', () => {
  expect(warningOf(after('17', '15'), 'firefox')).toContain('Firefox mostly gives up five seconds after step 16');
  expect(warningOf(after('17', '15', '16', '19'), 'firefox')).toContain('no candidate of Alice');
  expect(warningOf(after('17', '15', '16', '19'), 'chromium')).toBeUndefined();
  expect(reasonOf(after('17', '15', '16'))).toContain('no candidate of Alice');
});

test('Chromium wants Alice to have set the answer', () => {
  expect(warningOf(after('17', 'add', '15', '16'), 'chromium')).toContain('220 seconds');
  expect(warningOf(after('17', 'add', '15', '16'), 'firefox')).toBeUndefined();
  expect(reasonOf(after('17', 'add', '15', '16', '19', '21'))).toContain('has not set his answer');
});

test('whoever does not know the browser of Bob is told which one it is about', () => {
  expect(warningOf(after('17', 'add', '15', '16'), undefined)).toContain('Chromium');
});
