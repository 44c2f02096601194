import { expect, test } from 'vitest';
import { findBrowser, findWindowless } from './browsers.ts';

const debian = ['/usr/bin/chromium', '/usr/bin/firefox-esr'];
const path = { PATH: ['/usr/local/bin', '/usr/bin'].join(process.platform === 'win32' ? ';' : ':') };

test.each([
  ['a browser on the path', 'chromium', 'linux', path, debian, '/usr/bin/chromium'],
  ['the ESR of Firefox', 'firefox', 'linux', path, debian, '/usr/bin/firefox-esr'],
  [
    'the one that was named, whatever else is there',
    'chromium',
    'linux',
    { ...path, CHROMIUM_PATH: '/my/one' },
    debian,
    '/my/one',
  ],
  ['none', 'firefox', 'linux', path, [], undefined],
  ['none where only the other one is', 'firefox', 'linux', path, ['/usr/bin/chromium'], undefined],
  [
    'an application on a Mac',
    'firefox',
    'darwin',
    path,
    ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
] as const)('finds %s', (_, name, platform, env, there, found) => {
  const exists = (file: string) => (there as readonly string[]).includes(file.replaceAll('\\', '/'));
  expect(findBrowser(name, { platform, env, exists })?.replaceAll('\\', '/')).toBe(found);
});

test.each([
  [
    'the one without a window, if it is there',
    path,
    [...debian, '/usr/bin/chromium-headless-shell'],
    '/usr/bin/chromium-headless-shell',
  ],
  ['any Chromium, if it is not', path, debian, '/usr/bin/chromium'],
  [
    'the one that was named, whatever else is there',
    { ...path, CHROMIUM_PATH: '/my/one' },
    ['/usr/bin/chromium-headless-shell'],
    '/my/one',
  ],
] as const)('pages are opened in %s', (_, env, there, found) => {
  const exists = (file: string) => (there as readonly string[]).includes(file.replaceAll('\\', '/'));
  expect(findWindowless({ platform: 'linux', env, exists })?.replaceAll('\\', '/')).toBe(found);
});
