import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { alone } from './alone.js';

test('two never work at once, and both get to work', async () => {
  const said: string[] = [];
  const work = (name: string) =>
    alone('two at once', async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      said.push(`${name} ends`);
      return name;
    });

  expect((await Promise.all(['alice', 'bob', 'carol'].map(work))).sort()).toEqual(['alice', 'bob', 'carol']);
  const names = said.map((line) => line.split(' ')[0]);
  expect(names.filter((_, index) => index % 2 === 0)).toEqual(names.filter((_, index) => index % 2 === 1));
});

test('work that fails lets the next one in', async () => {
  await expect(alone('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await alone('failing', async () => 'yes')).toBe('yes');
});

test('whoever is killed at work locks nobody out', async () => {
  const alonePath = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'alone.js')).href);
  const program = `import { alone } from ${alonePath}; await alone('killed', () => { console.log('at work'); return new Promise(() => setInterval(() => {}, 1e6)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  await once(child.stdout, 'data');
  const waiting = alone('killed', async () => 'at last');
  child.kill('SIGKILL');
  expect(await waiting).toBe('at last');
});
