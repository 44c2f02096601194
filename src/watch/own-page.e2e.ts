import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test as plain } from '@playwright/test';
import { bytes } from '../../tests/weight.ts';
import { ownHouse } from './house.fixture.ts';
import { callBetween, ownPage } from './own-page.fixture.ts';

const test = plain.extend<{ house: Awaited<ReturnType<typeof ownHouse>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that this needs no other fixture.
  house: async ({}, use) => {
    const house = await ownHouse({ 'call.html': ownPage(), 'bare.html': ownPage('') });
    await use(house);
    await house.close();
  },
});

const sequence = (page: Page) => page.getByRole('region', { name: 'Sequence' });
const row = (page: Page, who: string, text: string) =>
  sequence(page).locator(`[role="treeitem"][data-who="${who}"]`).filter({ hasText: text });
const lanes = (page: Page) => sequence(page).locator('.seat[data-who]');

const rows = async (page: Page) =>
  (await sequence(page).getByRole('treeitem').allTextContents()).map((text) => text.replace(/\s+/g, ' '));

test('a page with the one line has all of its calls in its own lane, soon or late @both', async ({
  page,
  context,
  house,
}) => {
  await page.goto(`${house.url}/watch/?room=tea`);
  const { caller, callee } = await callBetween(context, house.url);
  const late = await context.newPage();
  await late.goto(`${house.url}/watch/?room=tea`);
  for (const watching of [page, late]) {
    for (const call of ['createOffer', 'setLocalDescription', 'setRemoteDescription'])
      await expect(row(watching, 'Rob-1', call).first()).toBeAttached();
    for (const call of ['setRemoteDescription', 'createAnswer', 'setLocalDescription'])
      await expect(row(watching, 'Rob-2', call).first()).toBeAttached();
    await expect(row(watching, 'Rob-1', 'offer').first()).toBeAttached();
    // Each page is its peer, and nobody stands in a lane beside themselves.
    await expect(lanes(watching)).toHaveCount(3);
    await expect(watching.getByRole('heading', { name: 'No mistakes so far' })).toBeVisible();
    // Its promises are not followed, so none of its calls is said to wait for an answer that never comes.
    await expect(row(watching, 'Rob-1', 'createOffer → Promise')).toHaveCount(1);
    await expect(row(watching, 'Rob-1', 'not yet done')).toHaveCount(0);
  }
  await expect(async () => expect(await rows(late)).toEqual(await rows(page))).toPass();

  await callee.close();
  await caller.evaluate('peer.close()');
  for (const watching of [page, late]) await expect(row(watching, 'Rob-1', 'close').first()).toBeAttached();
});

test('where the clocks of browser and server are an hour apart, everything stands in the order in which it happened', async ({
  page,
  context,
  house,
}) => {
  await context.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
  });
  await page.goto(`${house.url}/watch/?room=tea`);
  const { caller } = await callBetween(context, house.url);
  await caller.evaluate('peer.close()');
  await expect(row(page, 'Rob-1', 'close').first()).toBeAttached();
  const drawn = await rows(page);
  const places = [
    /Rob-1 new RTCPeerConnection/,
    /Rob-1 → server .*offer/,
    /Rob-2 → server .*answer/,
    /Rob-1 close/,
  ].map((text) => drawn.findIndex((row) => text.test(row)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test('a page that no peer is known to be has a lane of its own, and keeps it when it is reloaded', async ({
  page,
  context,
  house,
}) => {
  await page.goto(`${house.url}/watch/?room=tea`);
  const mine = await context.newPage();
  await mine.goto(`${house.url}/mine/call.html?room=coffee&name=Rob-1`);
  const made = row(page, 'call.html', 'RTCPeerConnection');
  await expect(made).toHaveCount(1);
  await mine.reload();
  await expect(made).toHaveCount(2);
  const other = await context.newPage();
  await other.goto(`${house.url}/mine/call.html?room=coffee&name=Rob-2`);
  await expect(row(page, 'call.html 2', 'RTCPeerConnection')).toHaveCount(1);
  await expect(made).toHaveCount(2);
});

test('a page without the line is drawn as the server sees it', async ({ page, context, house }) => {
  await page.goto(`${house.url}/watch/?room=tea`);
  await callBetween(context, house.url, 'bare.html');
  await expect(row(page, 'Rob-2', 'answer').first()).toBeAttached();
  await expect(row(page, 'Rob-1', 'createOffer')).toHaveCount(0);
});

test('a page from another port that names the line is left as it is @both', async ({ page, context, house }) => {
  const html = `<!doctype html><title>Elsewhere</title><script>const native = RTCPeerConnection;</script>
    <script src="${house.url}/record.js"></script>`;
  const elsewhere = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await new Promise<void>((listening) => elsewhere.listen(0, 'localhost', listening));
  await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
  expect(await page.evaluate('RTCPeerConnection === native')).toBe(true);
  const mine = await context.newPage();
  await mine.goto(`${house.url}/mine/bare.html?room=tea&name=Rob-1`);
  await mine.evaluate('window.native = RTCPeerConnection');
  await mine.addScriptTag({ url: '/record.js' });
  expect(await mine.evaluate('RTCPeerConnection === native')).toBe(false);
  elsewhere.close();
});

test('the line costs a page 8 KB at most', () => {
  expect(bytes(join(import.meta.dirname, '../../dist'), '/record.js')).toBeLessThan(8 * 1024);
});

test('a watcher who came before the server is let in once it is there', async ({ page, house }) => {
  await page.goto(`${house.url}/watch/?room=tea`);
  const standing = page.getByRole('status').first();
  await expect(standing).toContainText('live and from the beginning');
  await house.kill();
  await page.getByLabel('Room').fill('coffee');
  await page.getByRole('button', { name: 'Watch' }).click();
  await expect(standing).toContainText('No signaling server answers here.');
  await house.startAgain();
  await expect(standing).toContainText('Watching the room “coffee”, live and from the beginning');
});
