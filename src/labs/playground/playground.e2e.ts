import { expect, type Page, test } from '@playwright/test';
import type { LabHost } from '../lab-host.ts';

const says = (page: Page) => page.getByRole('status', { name: 'Playground' });
const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} (on|not|can)`) });
const you = (page: Page) => page.getByLabel('You', { exact: true });

async function start(page: Page, source: 'Synthetic' | 'Camera') {
  await page.goto('/labs/playground/');
  await page.getByRole('radio', { name: source }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(says(page)).toContainText('Begin with the first button');
}

const isLater = (page: Page, name: string) => expect(button(page, name)).toContainText('not yet');
const isReady = (page: Page, name: string) => expect(button(page, name)).toContainText('can be pressed');

const picture = (page: Page) =>
  you(page).evaluate(async (video: HTMLVideoElement) => {
    for (let frame = 0; frame < 2; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    return (video.srcObject as MediaStream).getTracks().map(({ readyState }) => readyState);
  });

test('every button tells what the stream is in, from the first press to the last', async ({ page }) => {
  await start(page, 'Synthetic');
  for (const name of ['Show my picture', 'Stop everything', 'Record', 'Play the recording']) await isLater(page, name);
  await button(page, 'Share camera and microphone').click();
  await expect(button(page, 'Share camera and microphone')).toContainText('on');
  await isReady(page, 'Show my picture');
  await isLater(page, 'Hide my picture');
  await button(page, 'Show my picture').click();
  await expect(says(page)).toContainText('Shown');
  expect(await picture(page)).toEqual(['live', 'live']);
  await isReady(page, 'Hide my picture');
  await button(page, 'Stop everything').click();
  await expect(says(page)).toContainText('every device is let go');
  await isReady(page, 'Share camera and microphone');
  await isLater(page, 'Show my picture');
});

test('another camera is seen at once, and the one before is let go', { tag: '@once' }, async ({ page }) => {
  await start(page, 'Synthetic');
  await button(page, 'Share camera and microphone').click();
  await button(page, 'Show my picture').click();
  await expect(says(page)).toContainText('Shown');
  const before = await you(page).evaluateHandle(
    (video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks()[0]!,
  );
  await page.getByRole('combobox', { name: 'Camera' }).selectOption('Second synthetic camera');
  await expect(says(page)).toContainText('Changed');
  await expect(page.getByRole('combobox', { name: 'Camera' })).toHaveValue('synthetic-camera-2');
  expect(await picture(page)).toEqual(['live', 'live']);
  expect(await before.evaluate((track) => track.readyState)).toBe('ended');

  await test.step('a recording whose tracks change ends by itself, and its buttons know', async () => {
    await button(page, 'Record').click();
    await picture(page);
    await page.getByRole('combobox', { name: 'Camera' }).selectOption('Synthetic camera');
    await expect(says(page)).toContainText('The recording ended by itself');
    await isReady(page, 'Record');
    await isLater(page, 'End the recording');
  });
});

test('a screen that somebody stops sharing turns its button, although nobody pressed it', { tag: '@once' }, async ({
  page,
}) => {
  await start(page, 'Synthetic');
  await button(page, 'Share the screen').click();
  await page.getByRole('dialog').getByRole('button', { name: 'A tab' }).click();
  await expect(button(page, 'Stop the screen')).toContainText('on');
  await expect(says(page)).toContainText('shown on the right');
  await page.getByRole('region', { name: 'The synthetic browser' }).getByRole('button').click();
  await expect(says(page)).toContainText('The screen ended from outside');
  await isReady(page, 'Share the screen');

  await test.step('to stop everything is to stop the screen as well', async () => {
    await button(page, 'Share the screen').click();
    await page.getByRole('dialog').getByRole('button', { name: 'A tab' }).click();
    await expect(says(page)).toContainText('shown on the right');
    await button(page, 'Stop everything').click();
    await isReady(page, 'Share the screen');
    await expect(page.getByRole('region', { name: 'The synthetic browser' })).toHaveCount(0);
  });
});

test('what was recorded is played, and the size of a camera is asked for in numbers', async ({ page, browserName }) => {
  await start(page, 'Camera');
  await button(page, 'Share camera and microphone').click();
  await button(page, 'Show my picture').click();
  await expect(says(page)).toContainText('Shown');
  await page.getByRole('spinbutton', { name: 'Width' }).fill('99999');
  await page.getByRole('button', { name: 'Change the size' }).click();
  await expect(says(page)).toContainText(/gives \d{2,4} × \d{2,4}\./);
  do {
    await button(page, 'Record').click();
    await expect(says(page)).toContainText('Recording');
    await picture(page);
    await button(page, 'End the recording').click();
    await expect(says(page)).toContainText(/Recorded \d+ KB of video|Nothing was written yet/);
    // A busy browser may not have encoded a single picture by then, and says so.
  } while (await says(page).getByText('Nothing was written yet').isVisible());
  const right = page.getByLabel('Recording or screen');
  // Firefox is tested where there is no screen.
  if (browserName === 'chromium') {
    await button(page, 'Share the screen').click();
    await expect(says(page)).toContainText('shown on the right');
  }
  await button(page, 'Play the recording').click();
  await expect(says(page)).toContainText('Playing');
  const shown = await right.evaluate(({ src, videoWidth, muted }: HTMLVideoElement) => [
    src.startsWith('blob:'),
    videoWidth > 0,
    muted,
  ]);
  expect(shown).toEqual([true, true, false]);
  if (browserName === 'firefox') return;
  await test.step('a screen that was shown before is shown again afterwards', async () => {
    await expect.poll(() => right.evaluate((video: HTMLVideoElement) => video.srcObject !== null)).toBe(true);
  });
  await test.step('the menus are filled anew at every devicechange', async () => {
    const lists = () =>
      page.evaluate(() => {
        const { entries } = document.querySelector<LabHost>('lab-host')!.lab!.trace;
        return entries.filter(({ what, name }) => what === 'call' && name === 'enumerateDevices').length;
      });
    const before = await lists();
    await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    expect(await lists()).toBe(before + 1);
  });
});
