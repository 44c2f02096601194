import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test as plain } from '@playwright/test';
import { readOptions } from './options.ts';
import { serve } from './serve.ts';

const inline = '<!doctype html><title>Before</title><script>document.title = "It ran"</script>';

const test = plain.extend<{ home: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  home: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'trickle-'));
    for (const file of ['site/index.html', 'mine/index.html']) {
      mkdirSync(dirname(join(folder, file)));
      writeFileSync(join(folder, file), inline);
    }
    const asked = readOptions(['--port', '0', '--mine', join(folder, 'mine')], {});
    if (!('run' in asked)) throw new Error('these flags are understood');
    const { port, close } = await serve(asked.run, { site: join(folder, 'site'), certs: join(folder, 'certs') });
    await use(`http://localhost:${port}`);
    await close();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** In the page: opens a WebSocket to where the page came from. */
const connect = () =>
  new Promise<string>((resolve) => {
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    socket.onopen = () => resolve('open');
    socket.onerror = () => resolve('refused');
  });

test("no inline script runs on the site's own pages", async ({ page, home }) => {
  await page.goto(home);
  await expect(page).toHaveTitle('Before');
});

test("'self' covers the WebSocket to where a page came from", async ({ page, home }) => {
  await page.goto(home);
  expect(await page.evaluate(connect)).toBe('open');
});

test("a learner's page runs its inline script, connects, and may ask for the camera", async ({ page, home }) => {
  await page.goto(`${home}/mine/`);
  await expect(page).toHaveTitle('It ran');
  expect(await page.evaluate(connect)).toBe('open');
  expect(await page.evaluate(() => typeof navigator.mediaDevices.getUserMedia)).toBe('function');
});
