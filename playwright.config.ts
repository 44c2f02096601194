import { defineConfig } from '@playwright/test';
import { findBrowser, findWindowless } from './scripts/test/browsers.ts';
import { unwatched } from './tests/unwatched.ts';

const firefox = findBrowser('firefox');
const long = process.env.TRICKLE_TIER === 'long';

/** The tests of a project: those that a pattern finds by path, title or tag, but for a tag, and of them the long ones or the others. */
const tests = (pattern: string, except: string[] = []) => ({
  grep: new RegExp(long ? `(?=.*@long\\b).*(${pattern})` : pattern),
  grepInvert: (long ? except : [...except, '@long']).map((tag) => new RegExp(`${tag}\\b`)),
});

export default defineConfig({
  testMatch: ['src/**/*.e2e.ts', 'server/**/*.e2e.ts', 'tests/**/*.e2e.ts'],
  outputDir: '.test/browsers',
  fullyParallel: true,
  // Most of a test is waiting for a browser: every core has one of its own.
  workers: '100%',
  forbidOnly: Boolean(process.env.CI),
  // Nothing is measured with these: they end what hangs, and a busy machine may take its time.
  timeout: long ? 600_000 : 90_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: '.test/browsers.json' }]],
  webServer: {
    // What `npm start` does: whoever runs one test by hand has a site that is up to date as well.
    command: `"${process.execPath}" scripts/serve.ts --port 0 --data .test/data`,
    timeout: 300_000,
    wait: { stdout: /Trickle is at (?<trickle_url>http:\/\/localhost:\d+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
  use: {
    // Set by webServer, once the server has said its port.
    baseURL: process.env.TRICKLE_URL,
    // Any other way takes one of every page that is closed, in case the test fails later: a tenth of all the work. What
    // stood on the page is told in words; `--trace retain-on-failure` shows it.
    screenshot: 'off',
  },
  projects: [
    {
      name: 'chromium',
      ...tests(''),
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: findWindowless(),
          args: [
            ...unwatched,
            '--use-fake-ui-for-media-stream',
            // In no other way does getDisplayMedia work without a screen.
            '--use-fake-device-for-media-stream=display-media-type=browser',
          ],
        },
      },
    },
    {
      // What differs from browser to browser: every lab but what is ours alone in it, and whatever says so.
      name: 'firefox',
      ...tests('src[\\\\/]labs[\\\\/]|@both\\b', ['@once']),
      use: {
        browserName: 'firefox',
        // Without this channel Playwright speaks a protocol that only its own build of Firefox understands.
        channel: firefox && 'moz-firefox',
        launchOptions: {
          executablePath: firefox,
          firefoxUserPrefs: {
            'media.navigator.streams.fake': true,
            'media.navigator.permission.disabled': true,
            'media.peerconnection.ice.obfuscate_host_addresses': false,
            'media.gmp-manager.updateEnabled': false,
            'media.gmp-provider.enabled': false,
            'media.autoplay.default': 0,
            // One process for all pages, kept from test to test: starting another costs more than most tests do.
            'fission.autostart': false,
            'dom.ipc.processCount': 1,
            'dom.ipc.processPrelaunch.enabled': false,
            'dom.ipc.keepProcessesAlive.web': 1,
          },
        },
      },
    },
  ],
});
