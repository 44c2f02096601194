import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { host, launch } from '../carriers/house.ts';
import { type LanHouse, openLanHouse } from '../lan-house.ts';

const of = (page: Page, what: string) => page.getByRole('listitem', { name: what, exact: true });
const isFound = (page: Page, what: string, verdict: string) =>
  expect(of(page, what)).toHaveAttribute('data-verdict', verdict);

let house: LanHouse;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.skip(host === '127.0.0.1', 'This machine is in no network.');
  house = await openLanHouse();
});
test.afterAll(() => house?.close());

const laptopUrl = () => `http://localhost:${house.port}/workshop/check/`;
const linkOn = async (laptop: Page) =>
  (await laptop.getByRole('link', { name: /workshop\/check/ }).getAttribute('href'))!;

test('a laptop and a phone look at each other, and both say what the room is like', async ({ browser }) => {
  const firefox = await launch('firefox', (options) => ({
    ...options,
    // As it is for people: names in the place of addresses.
    firefoxUserPrefs: { ...options.firefoxUserPrefs, 'media.peerconnection.ice.obfuscate_host_addresses': true },
  }));
  const laptop = await (await browser.newContext()).newPage();
  await laptop.goto(laptopUrl());
  await expect(laptop.getByText('Waiting for a phone')).toBeVisible();
  const link = await linkOn(laptop);
  expect(new URL(link).protocol).toBe('http:');

  const phone = await (await firefox.newContext()).newPage();
  await phone.goto(link);
  for (const page of [laptop, phone]) {
    await expect(page.getByText('Your class can come.')).toBeVisible();
    await expect(of(page, 'The phone reaches this server')).toContainText(new URL(link).origin);
    await isFound(page, 'Nobody answers in its stead', 'good');
    await isFound(page, 'Messages come at once', 'good');
    await isFound(page, 'UDP gets through', 'good');
    await isFound(page, 'Devices reach each other', 'good');
    // Not every network that tests run in has multicast, and the server makes up for it.
    await expect(of(page, 'Names are found (multicast)')).toHaveAttribute('data-verdict', /good|note/);
    await isFound(page, 'Camera and microphone', 'note');
    expect(await axeFinds(page, (axe) => axe.include('main'))).toEqual([]);
  }
  await firefox.close();

  await laptop.getByLabel('Address').selectOption(new URL(link).origin.replace('http:', 'https:'));
  const other = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await other.goto(await linkOn(laptop));
  for (const page of [laptop, other]) await isFound(page, 'Camera and microphone', 'good');
  await laptop.context().close();
  await other.context().close();
});

test('whatever is in the way of a class is told, with its remedy', async ({ browser }) => {
  // What is sent there comes to nobody.
  const nowhere = createSocket('udp4').bind(0, host);
  await once(nowhere, 'listening');
  const { port } = nowhere.address();
  const laptop = await (await browser.newContext()).newPage();
  const phone = await (await browser.newContext()).newPage();
  for (const page of [laptop, phone]) {
    await page.clock.install();
    await page.addInitScript(leadNowhere, { host, port });
  }
  // A captive portal, and a filter that lets no WebSocket through.
  await phone.route('**/healthz', (route) => route.fulfill({ contentType: 'text/html', body: 'Please sign in.' }));
  await phone.addInitScript(refuseSockets);
  await phone.route('**/api/ice', (route) =>
    route.fulfill({ json: { iceServers: [{ urls: `stun:${host}:${port}` }] } }),
  );

  // A clock that jumps before the laptop is in its room would have its connection given up.
  const seated = laptop
    .waitForEvent('websocket')
    .then((socket) => socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('"welcome"')));
  await laptop.goto(laptopUrl());
  await expect(laptop.getByText('Nobody comes?')).toBeVisible();
  await expect(laptop.getByText('client isolation')).toBeHidden();
  await seated;
  await laptop.clock.fastForward(20_000);
  await expect(laptop.getByText('client isolation')).toBeVisible();

  await phone.goto(await linkOn(laptop));
  await expect(phone.getByText('The laptop is there too')).toBeVisible();
  await phone.clock.fastForward(5_000);
  for (const page of [laptop, phone]) {
    await expect(of(page, 'Nobody answers in its stead')).toContainText('captive portal');
    await expect(of(page, 'Messages come at once')).toContainText('No WebSocket gets through');
    await expect(of(page, 'UDP gets through')).toContainText('Let UDP port');
    await expect(of(page, 'Devices reach each other')).toContainText('Looking');
  }
  for (const page of [laptop, phone]) {
    // Each way is given up a while after it was first tried, and the second is tried after the first.
    await expect(async () => {
      await page.clock.fastForward(15_000);
      await expect(page.getByText('Not yet')).toBeVisible({ timeout: 1_000 });
      await expect(of(page, 'Names are found (multicast)')).toHaveAttribute('data-verdict', 'bad', { timeout: 1_000 });
    }).toPass();
    await expect(of(page, 'Devices reach each other')).toContainText('client isolation');
  }
  for (const page of [laptop, phone]) await page.context().close();
  nowhere.close();
});

/** Whatever way the two are told of, it ends in a place from which nothing comes back. */
function leadNowhere({ host, port }: { host: string; port: number }) {
  const { addIceCandidate } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addIceCandidate = async function (candidate?: RTCIceCandidateInit | null) {
    const words = candidate?.candidate?.split(' ') ?? [];
    words.splice(4, 2, host, `${port}`);
    if (candidate?.candidate)
      await Reflect.apply(addIceCandidate, this, [{ ...candidate, candidate: words.join(' ') }]);
  };
}

/** The server opens no WebSocket at such an address: the handshake fails, as behind a filter. */
function refuseSockets() {
  const Real = WebSocket;
  window.WebSocket = class extends Real {
    constructor(url: string | URL) {
      super(String(url).replace('/socket.io/', '/filtered/'));
    }
  };
}
