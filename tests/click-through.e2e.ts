import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inUrl, lanAddresses } from '../server/addresses.ts';
import { carrying } from '../src/content/errors/carrying.ts';
import { openLanHouse } from './lan-house.ts';
import { withWindow } from './with-window.ts';

/** What becomes of a socket, and every word that the browser has for it. */
const dial = (url: string) =>
  new Promise<string>((told) => {
    try {
      const socket = new WebSocket(url);
      socket.onopen = () => told('open');
      // No message and no code: that somebody real has sent it is all that this event says.
      socket.onerror = (error) => told(Object.keys(Object.getOwnPropertyDescriptors(error)).join());
    } catch (error) {
      told(`${(error as Error).name}: ${(error as Error).message}`);
    }
  });

test('after the warning camera and socket of that address work, and a socket with another certificate fails without a word', async ({
  playwright,
  browserName,
  launchOptions,
}, { outputDir }) => {
  test.skip(browserName !== 'chromium', 'Its warning can be answered by a driver.');
  const mine = join(outputDir, 'mine');
  // A page of ours may speak with its own server only, a learner's with every other.
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, 'index.html'), '<!doctype html><h1>Mine</h1>');
  const [here, there] = await Promise.all([openLanHouse({ mine }), openLanHouse()]);
  // Without a window there is no warning.
  const browser = await playwright.chromium.launch({ ...launchOptions, ...withWindow });
  const page = await browser.newPage();
  const inConsole: string[] = [];
  page.on('console', (message) => inConsole.push(message.text()));
  const saysOf = (slug: string) => carrying.errors.find((error) => error.slug === slug)!.says.chromium!;
  try {
    await expect(page.goto(`https://localhost:${here.port}/mine/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    await page.getByRole('button', { name: 'Advanced' }).click();
    await page.getByRole('link', { name: 'Proceed' }).click();
    await expect(page.getByRole('heading')).toHaveText('Mine');
    const socket = (url: string) => page.evaluate(dial, `${url}/ws/room?name=a`);
    expect(await socket(`wss://localhost:${here.port}`)).toBe('open');
    expect(await socket(`wss://localhost:${there.port}`)).toBe('isTrusted');
    await expect
      .poll(() => inConsole)
      .toContainEqual(expect.stringMatching(saysOf('socket-refused').replace('…', `wss://localhost:${there.port}.*`)));
    // A socket without TLS is allowed to this very machine alone.
    const [address] = lanAddresses();
    if (address) expect(await socket(`ws://${inUrl(address)}:${here.port}`)).toBe(saysOf('socket-insecure'));
    const kinds = await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      return stream.getTracks().map(({ kind }) => kind);
    });
    expect(kinds).toEqual(['video']);
  } finally {
    await browser.close();
    await Promise.all([here.close(), there.close()]);
  }
});
