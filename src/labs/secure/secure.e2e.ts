import { type Browser, expect, type Page, test } from '@playwright/test';
import { openLanHouse } from '../../../tests/lan-house.ts';
import { scan } from '../../../tests/scan.ts';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const findings = (page: Page) => page.getByRole('region', { name: 'What each page may do' });
const row = (page: Page, code: string) => findings(page).getByRole('row', { name: code });
const press = (page: Page) => page.getByRole('button', { name: 'Start', exact: true }).click();

/** Another device: another context, so that neither page is behind the other, and nothing is remembered. */
async function device(browser: Browser, url: string) {
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await page.goto(url);
  return page;
}

const seen = (page: Page) =>
  page.getByLabel('The other device, as you see it').evaluate(async (video: HTMLVideoElement) => {
    for (let frame = 0; frame < 3; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    return video.videoWidth;
  });

const code = (page: Page) => page.getByRole('img', { name: 'The link as a QR code' });

test('over plain HTTP a second device calls all the same, and over HTTPS it has a camera', async ({
  browser,
  browserName,
}) => {
  const house = await openLanHouse();
  try {
    const alice = await device(browser, `http://localhost:${house.port}/labs/secure/`);
    await press(alice);
    await expect(alice.getByText('This page is a secure context.')).toBeVisible();
    await expect(alice.getByText('from the very machine')).toBeVisible();
    await expect(call(alice)).toContainText('Nobody else is here yet');
    const { addresses } = await (await alice.request.get(`http://localhost:${house.port}/api/here`)).json();
    test.skip(addresses.length === 0, 'This machine is in no network.');

    await test.step('the code leads to the same room, over plain HTTP', async () => {
      const link = await scan(code(alice));
      expect(link).toMatch(/^http:\/\/(?!localhost)/);
      const bob = await device(browser, link);
      await press(bob);
      for (const page of [alice, bob]) await expect(call(page)).toContainText('Connected');
      expect(await Promise.all([seen(alice), seen(bob)])).toEqual([320, 320]);
    });

    await test.step('each sees what the other may do', async () => {
      await expect(alice.getByText('The page over there is no secure context.')).toBeVisible();
      await expect(row(alice, 'RTCPeerConnection')).toHaveText(/✓ yes✓ yes$/);
      for (const code of [
        'isSecureContext',
        'mediaDevices',
        'crypto.subtle',
        'crypto.randomUUID',
        'navigator.clipboard',
      ])
        await expect(row(alice, code)).toHaveText(/✓ yes✗ no$/);
    });

    const [bob] = browser.contexts().at(-1)!.pages();
    await test.step('a camera is asked for there in vain, and the browser says why in its own words', async () => {
      await bob!.getByRole('radio', { name: 'Camera' }).check({ force: true });
      const refusal = bob!.getByRole('region', { name: 'Refusal' });
      await expect(refusal).toContainText(browserName === 'firefox' ? /is undefined/ : /reading 'getUserMedia'/);
      await expect(refusal).toContainText('plain HTTP');
      await expect(call(alice)).toContainText('The other device has gone');
    });
    await bob!.context().close();

    await test.step('over HTTPS the same device has a camera', async () => {
      await alice.getByRole('radio', { name: 'HTTPS' }).check({ force: true });
      await expect(alice.getByRole('link', { name: /^https:/ })).toBeVisible();
      const bob = await device(browser, await scan(code(alice)));
      await bob.getByRole('radio', { name: 'Camera' }).check({ force: true });
      await press(bob);
      await expect(call(alice)).toContainText('Connected');
      expect(await seen(alice)).toBeGreaterThan(0);
      await expect(row(alice, 'mediaDevices')).toHaveText(/✓ yes✓ yes$/);
      await expect(alice.getByText('nobody on the way can have read or changed it')).toBeVisible();
      await bob.context().close();
    });
    await alice.context().close();
  } finally {
    await house.close();
  }
});

test('which addresses make a secure context', async ({ browser }) => {
  const house = await openLanHouse();
  try {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await page.goto(`http://localhost:${house.port}/healthz`);
    const { addresses } = await (await page.request.get(`http://localhost:${house.port}/api/here`)).json();
    const [{ http, https }] = addresses.length > 0 ? addresses : [{}];
    const secure: [string | undefined, boolean][] = [
      [`http://127.0.0.1:${house.port}/`, true],
      [`http://anything.localhost:${house.port}/`, true],
      [`https://localhost:${house.port}/`, true],
      [http, false],
      [https, true],
    ];
    for (const [url, expected] of secure) {
      if (!url) continue;
      await page.goto(`${url}healthz`);
      expect(await page.evaluate(() => isSecureContext), url).toBe(expected);
    }
    await page.context().close();
  } finally {
    await house.close();
  }
});
