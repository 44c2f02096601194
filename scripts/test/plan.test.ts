import { expect, test } from 'vitest';
import { plan } from './plan.ts';

test.each([
  ['nothing', [], { checks: true, node: [], browsers: [], long: false }],
  ['--long', ['--long'], { checks: false, node: [], browsers: [], long: true }],
  ['a browser test', ['tests/dev.e2e.ts'], { checks: false, browsers: ['tests/dev.e2e.ts'], long: false }],
  ['a unit test', ['build/compress.test.ts'], { checks: false, node: ['build/compress.test.ts'], long: false }],
  [
    'one of each',
    ['a.test.ts', 'a.e2e.ts'],
    { checks: false, node: ['a.test.ts'], browsers: ['a.e2e.ts'], long: false },
  ],
  ['a folder', ['src/labs'], { checks: false, node: ['src/labs'], browsers: ['src/labs'], long: false }],
  [
    'a browser test and how to run it',
    ['tests/dev.e2e.ts', '--project=firefox'],
    { checks: false, browsers: ['tests/dev.e2e.ts', '--project=firefox'], long: false },
  ],
])('%s is understood', (_, args, expected) => {
  expect(plan(args)).toEqual(expected);
});
