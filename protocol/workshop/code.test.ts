import { expect, test } from 'vitest';
import { readCode } from './code.ts';

test.each([
  ['K7MT-Q4XR', undefined],
  ['K7MT-P4XR', 'K7MT-P4XR'],
  [' k7mt p4xr ', 'K7MT-P4XR'],
  ['k7mtp4xr', 'K7MT-P4XR'],
  ['K7MT–P4XR', 'K7MT-P4XR'],
  ['K7MT-P4X', undefined],
  ['', undefined],
  ['__proto__', undefined],
])('%j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
