import { expect, test } from 'vitest';
import { builtIn, chosen, listed } from './synthetic-list.ts';

test('before anything was granted the list tells that there is a kind, and no more', () => {
  expect(listed(builtIn, false).map(({ kind, label, deviceId }) => ({ kind, label, deviceId }))).toEqual([
    { kind: 'videoinput', label: '', deviceId: '' },
    { kind: 'audioinput', label: '', deviceId: '' },
  ]);
  expect(listed(builtIn, true).map(({ label }) => label)).toEqual(builtIn.map(({ label }) => label));
});

test.each([
  ['nothing asked', undefined, 'synthetic-camera'],
  ['a wish', 'synthetic-camera-2', 'synthetic-camera-2'],
  ['a wish for one that is gone', 'gone', 'synthetic-camera'],
  ['an ideal', { ideal: ['gone', 'synthetic-camera-2'] }, 'synthetic-camera-2'],
  ['a demand', { exact: 'synthetic-camera-2' }, 'synthetic-camera-2'],
  ['a demand for one that is gone', { exact: 'gone' }, undefined],
  ['a demand for a microphone', { exact: 'synthetic-microphone' }, undefined],
])('which camera is meant by %s', (_, asked, id) => {
  expect(chosen(builtIn, 'videoinput', asked)?.deviceId).toBe(id);
});
