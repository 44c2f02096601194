import { expect, type Page, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import { withWindow } from '../../../tests/with-window.ts';
import type { LabHost } from '../lab-host.ts';

const labPage = '/labs/screen/';
const sentence = (page: Page) => page.getByRole('status', { name: 'Screen' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const picker = (page: Page) => page.getByRole('dialog', { name: 'What to share' });
const bar = (page: Page) => page.getByRole('region', { name: 'The synthetic browser' });
const bobs = (page: Page) => page.getByLabel('What Bob sees');

async function start(page: Page, source: 'Synthetic' | 'My screen') {
  await page.goto(labPage);
  await page.getByRole('radio', { name: source }).check({ force: true });
  await press(page, 'Start');
}

async function pick(page: Page, surface: string) {
  await press(page, 'Share a screen');
  await picker(page).getByRole('button', { name: surface }).click();
  await expect(sentence(page)).toContainText('You share');
}

const frames = (page: Page) =>
  bobs(page).evaluate(async (video: HTMLVideoElement) => {
    for (let frame = 0; frame < 2; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    // Its shape: how large it is sent is the browser's own affair, and a busy one sends less.
    return (video.videoWidth / video.videoHeight).toFixed(1);
  });

const entries = (page: Page) =>
  page.evaluate(() => [...document.querySelector<LabHost>('lab-host')!.lab!.trace.entries]) as Promise<Entry[]>;

test('a screen reaches Bob without a new offer, and so does the next in another size', async ({ page }) => {
  await start(page, 'Synthetic');
  await page.getByText('What you would like', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Most of all' }).selectOption('a window');
  await page.getByRole('checkbox', { name: 'At most 640 wide' }).check();
  await press(page, 'Share a screen');
  await expect(picker(page).getByRole('button').first()).toHaveAccessibleName('A window');
  await expect(picker(page).getByRole('button', { name: 'This tab' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toContainText('You share a window');
  await expect(page.getByRole('region', { name: 'What was chosen' })).toContainText(
    'displaySurfacewindowwidth640height400',
  );
  expect(await frames(page)).toBe((640 / 400).toFixed(1));

  await press(page, 'Stop the tracks');
  await expect(sentence(page)).toContainText('no ended event');
  await expect(page.getByText('Alice has said that it is over.')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Offer this tab as well' }).check();
  await pick(page, 'This tab');
  await expect(sentence(page)).toContainText('You share a tab');
  await expect.poll(() => frames(page)).toBe((640 / 360).toFixed(1));

  const happened = await entries(page);
  const negotiated = happened.filter(({ what, name }) => what === 'call' && name === 'setLocalDescription');
  expect(negotiated.map(({ who }) => who)).toEqual(['alice', 'bob']);
  expect(happened.filter(({ name, who }) => name === 'track' && who === 'bob')).toHaveLength(1);
  expect(happened.filter(({ what, name }) => what === 'call' && name === 'replaceTrack')).toHaveLength(3);
  expect(happened.filter(({ what, name }) => what === 'event' && name === 'ended')).toEqual([]);
});

test('the browser’s own button ends the track, and whoever listens tells the other one', async ({ page }) => {
  await start(page, 'Synthetic');
  await pick(page, 'The whole screen');
  await frames(page);
  await bar(page).getByRole('button', { name: 'Stop sharing' }).click();
  await expect(sentence(page)).toContainText('Ended from outside');
  await expect(page.getByText('Alice has said that it is over.')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

test('whoever does not listen for ended leaves the other one with the last picture', async ({ page }) => {
  await start(page, 'Synthetic');
  await page.getByRole('checkbox', { name: 'Listen for ended' }).uncheck();
  await pick(page, 'A tab');
  await frames(page);
  await bar(page).getByRole('button', { name: 'Stop sharing' }).click();
  await expect(sentence(page)).toContainText('the page did not listen');
  await expect(page.getByRole('button', { name: 'Stop the tracks' })).toBeVisible();
  const got = page.getByLabel('Frames that Bob has got');
  // What was on its way has arrived once the page showed thirty frames of its own, and Bob none.
  const still = async () => {
    const before = await got.textContent();
    await page.evaluate(async () => {
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
    });
    return (await got.textContent()) === before;
  };
  await expect.poll(still).toBe(true);
  await expect(bobs(page)).toBeVisible();
  expect(await bobs(page).evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(1);
});

const refusal = (page: Page) => page.getByRole('region', { name: 'Refusal' });

test('a page can demand nothing of a screen: exact is a TypeError', async ({ page }) => {
  for (const source of ['Synthetic', 'My screen'] as const) {
    await start(page, source);
    await page.getByText('Be refused on purpose', { exact: true }).click();
    await press(page, 'Demand a size');
    await expect(refusal(page)).toContainText('TypeError');
    await expect(refusal(page)).toContainText('exact');
  }
  await press(page, 'Ask from a forbidden frame');
  await expect(refusal(page)).toContainText('NotAllowedError');
  await expect(refusal(page)).toContainText('display-capture');
});

test('asking for a screen without a click is refused by Firefox, and Chromium asks all the same', async ({
  page,
  browserName,
}) => {
  await start(page, 'My screen');
  await page.getByText('Be refused on purpose', { exact: true }).click();
  await press(page, 'Ask without a click');
  if (browserName === 'firefox') {
    await expect(refusal(page)).toContainText('InvalidStateError');
    await expect(refusal(page)).toContainText('transient activation');
  } else {
    await expect(sentence(page)).toContainText('asked all the same');
  }
  await press(page, 'Stop');
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a wish that a browser does not know it never reads', async ({ page, browserName }) => {
  const unread = page.getByRole('listitem').filter({ hasText: 'This browser never reads it' });
  await start(page, 'Synthetic');
  await page.getByText('What you would like', { exact: true }).click();
  // The synthetic browser changes no tabs, and only a tab of it has a sound.
  await expect(unread).toHaveText([/^Let me change tabs/, /^Not the sound of everything/]);
  await start(page, 'My screen');
  await page.getByText('What you would like', { exact: true }).click();
  await expect(unread).toHaveCount(browserName === 'firefox' ? 4 : 0);
  await press(page, 'Share a screen');
  // Firefox is tested where there is no screen.
  if (browserName === 'firefox') await expect(refusal(page)).toContainText('NotFoundError');
  else await expect(sentence(page)).toContainText('You share a tab');
});

test('whoever cancels is a NotAllowedError, and the synthetic picker goes with the lab', async ({ page }) => {
  await start(page, 'Synthetic');
  await press(page, 'Share a screen');
  await expect(picker(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(refusal(page)).toContainText('NotAllowedError');
  await pick(page, 'A tab');
  await expect(bar(page)).toBeVisible();
  await press(page, 'Stop');
  await expect(bar(page)).toHaveCount(0);
});

test('on a phone there is no getDisplayMedia: the lab says so, and has a synthetic screen', { tag: '@once' }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, 'getDisplayMedia');
  });
  await start(page, 'My screen');
  await expect(sentence(page)).toContainText('no getDisplayMedia');
  await expect(page.getByRole('button', { name: 'Share a screen' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('radio', { name: 'Synthetic' }).check({ force: true });
  await expect(sentence(page)).toContainText('Nothing is shared');
  await press(page, 'Share a screen');
  const { x, width } = (await picker(page).boundingBox())!;
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(390);
});

test('a real tab that is closed ends its track from outside', async ({
  playwright,
  browserName,
  launchOptions,
  baseURL,
}) => {
  test.skip(browserName === 'firefox', 'Firefox shares no screen where there is none.');
  const args = launchOptions.args?.filter((flag) => !flag.startsWith('--use-fake'));
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ...withWindow,
    args: [...args!, '--auto-select-tab-capture-source-by-title=To be shared'],
  });
  try {
    const context = await browser.newContext({ baseURL });
    const [page, other] = [await context.newPage(), await context.newPage()];
    await other.setContent('<title>To be shared</title>');
    await page.bringToFront();
    await start(page, 'My screen');
    await press(page, 'Share a screen');
    await expect(sentence(page)).toContainText('You share a tab');
    await other.close();
    await expect(sentence(page)).toContainText('Ended from outside');
  } finally {
    await browser.close();
  }
});
