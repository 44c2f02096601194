import { expect, test } from 'vitest';
import { hasDevelopersPackages, missing } from './missing.js';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/astro': { version: '7.3.5' },
    'node_modules/vitest': { version: '5.1.1', dev: true },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
    'node_modules/tslib': { version: '2.8.1', devOptional: true },
    'node_modules/astro/node_modules/yaml': { version: '2.0.0' },
  },
};
const server = {
  'node_modules/astro': { version: '7.3.5' },
  'node_modules/astro/node_modules/yaml': { version: '2.0.0' },
};
const everything = { ...server, 'node_modules/vitest': { version: '5.1.1', dev: true } };

test.each([
  ['what the server needs is there', server, false, []],
  ['an install for developers serves too', everything, false, []],
  ['what developers need is not', server, true, ['node_modules/vitest']],
  ['everything is there', everything, true, []],
  [
    'the lock file has moved on',
    { ...everything, 'node_modules/astro': { version: '7.3.4' } },
    false,
    ['node_modules/astro'],
  ],
  [
    'a package within a package is not there',
    { 'node_modules/astro': { version: '7.3.5' } },
    false,
    ['node_modules/astro/node_modules/yaml'],
  ],
  ['npm never came to its end', undefined, false, Object.keys(server)],
])('%s', (_, packages, dev, expected) => {
  expect(missing(lock, packages && { packages }, { dev })).toEqual(expected);
});

test('developers are known by what they have installed', () => {
  expect(hasDevelopersPackages({ packages: everything })).toBe(true);
  expect(hasDevelopersPackages({ packages: server })).toBe(false);
  expect(hasDevelopersPackages(undefined)).toBe(false);
});
