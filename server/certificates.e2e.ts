import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as plain } from '@playwright/test';
import { program } from '../tests/program.ts';
import { unwatched } from '../tests/unwatched.ts';
import { readOptions } from './options.ts';
import { serve } from './serve.ts';

type Opened = Awaited<ReturnType<typeof serve>> & { folder: string };

/** A server with a new authority, and a Chromium whose home, and with it what it trusts, is its own. */
const test = plain.extend<{ opened: Opened; visit: (url: string) => Promise<string> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  opened: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'trickle-'));
    const site = join(folder, 'site');
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>Trusted</title>');
    const asked = readOptions(['--lan', '--port', '0'], {});
    if (!('run' in asked)) throw new Error('these flags are understood');
    const opened = await serve(asked.run, { site, certs: join(folder, 'certs') });
    await use({ ...opened, folder });
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  },

  visit: async ({ opened, playwright }, use, { project }) => {
    const { executablePath = '/usr/bin/chromium' } = project.use.launchOptions ?? {};
    const browser = await playwright.chromium.launchPersistentContext(join(opened.folder, 'profile'), {
      executablePath,
      args: [...unwatched],
      ignoreHTTPSErrors: false,
      env: { ...process.env, HOME: opened.folder },
    });
    const page = await browser.newPage();
    await use(async (url) => {
      await page.goto(url);
      return page.title();
    });
    await browser.close();
  },
});

/** Tells the store that Chromium reads on Linux to trust an authority for servers, as the settings dialog would. */
function trust({ folder }: Opened) {
  const store = join(folder, '.pki', 'nssdb');
  mkdirSync(store, { recursive: true });
  const certutil = (...args: string[]) =>
    execFileSync(program('certutil'), ['-d', `sql:${store}`, ...args], { stdio: 'pipe' });
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'Trickle', '-i', join(folder, 'certs', 'authority.crt'));
}

test.skip(({ browserName }) => browserName !== 'chromium', 'each browser keeps its own store; this fills that of one');
test.skip(process.platform !== 'linux', 'only on Linux does Chromium keep its store in the home directory');

test.describe('a browser that does not trust the authority', () => {
  test('shows no page', async ({ opened, visit }) => {
    await expect(visit(`https://localhost:${opened.port}/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
  });

  test('shows the same page without HTTPS', async ({ opened, visit }) => {
    expect(await visit(`http://localhost:${opened.port}/`)).toBe('Trusted');
  });
});

test.describe('a browser that trusts the authority', () => {
  const trusting = test.extend({
    // Before the browser starts: it reads its store once.
    opened: async ({ opened }, use) => {
      trust(opened);
      await use(opened);
    },
  });

  for (const host of ['localhost', '127.0.0.1'])
    trusting(`shows the page at ${host}`, async ({ opened, visit }) => {
      expect(await visit(`https://${host}:${opened.port}/`)).toBe('Trusted');
    });

  trusting('shows the page at each address of the network', async ({ opened, visit }) => {
    await visit(`https://localhost:${opened.port}/`);
    const { addresses } = await fetch(`http://localhost:${opened.port}/api/here`).then((here) => here.json());
    for (const { https } of addresses) expect(await visit(https)).toBe('Trusted');
  });
});
