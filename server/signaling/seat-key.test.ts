import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { folderWith } from '../house.fixture.ts';
import { Problem } from '../problem.ts';
import { seatKey } from './seat-key.ts';

test('is made once, where there was not even a folder, and kept', () => {
  const folder = join(folderWith(), 'some', 'data');
  const key = seatKey(folder);
  expect(key).toHaveLength(32);
  expect(seatKey(folder)).toEqual(key);
  expect(readdirSync(folder)).toEqual(['seats.key']);
});

test.skipIf(process.platform === 'win32')('is for nobody else to read', () => {
  const folder = folderWith();
  seatKey(folder);
  expect(statSync(join(folder, 'seats.key')).mode & 0o777).toBe(0o600);
});

test('is the same for processes that start together', async () => {
  const folder = folderWith();
  const program = `import { seatKey } from ${JSON.stringify(join(import.meta.dirname, 'seat-key.ts'))};
    console.log(seatKey(${JSON.stringify(folder)}).toString('hex'));`;
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const keys = (await Promise.all([start(), start(), start(), start()])).map(({ stdout }) => stdout.trim());
  expect(new Set(keys)).toEqual(new Set([readFileSync(join(folder, 'seats.key')).toString('hex')]));
});

test.each([
  ['damaged', { 'seats.key': 'short' }, /seats\.key is damaged\. Remove it/],
  ['a folder', { 'seats.key/x': '' }, /seats\.key cannot be used \(EISDIR\)\./],
])('that is %s is a problem with a remedy', (_, files, sentence) => {
  const folder = folderWith(files);
  expect(() => seatKey(folder)).toThrow(Problem);
  expect(() => seatKey(folder)).toThrow(sentence);
});

test('cannot be where a file is in the way', () => {
  const folder = folderWith();
  writeFileSync(join(folder, 'data'), '');
  expect(() => seatKey(join(folder, 'data'))).toThrow(/cannot be used/);
});
