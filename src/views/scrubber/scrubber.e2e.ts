import { expect, type Page, test } from '@playwright/test';
import { heldCall } from '../held-call.fixture.ts';
import { openStage } from '../open-stage.fixture.ts';

const total = heldCall.length;
const moment = (page: Page) => page.evaluate(() => pictureStage.moment());
const isLive = (page: Page) => page.evaluate(() => pictureStage.isLive());

async function open(page: Page) {
  await openStage(page, heldCall);
  await page.evaluate(() => pictureStage.scrub('live', true));
  const slider = page.getByRole('slider', { name: 'Moment' });
  await slider.focus();
  return slider;
}

test('the keyboard moves by one entry, by a tenth and to both ends, of which one is live @both', async ({ page }) => {
  const slider = await open(page);
  await page.keyboard.press('ArrowLeft');
  expect([await moment(page), await isLive(page)]).toEqual([total - 1, false]);
  await page.keyboard.press('Home');
  expect(await moment(page)).toBe(0);
  await page.keyboard.press('PageUp');
  expect(await moment(page)).toBe(Math.round(total / 10));
  await expect(slider).toHaveAttribute('aria-valuetext', /^entry \d+ of \d+, /);
  await page.keyboard.press('End');
  expect(await isLive(page)).toBe(true);
});

test('by time, a step is still one entry', async ({ page }) => {
  const slider = await open(page);
  await page.getByLabel('by time').check();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await moment(page)).toBe(total - 1);
  await page.getByRole('button', { name: 'Live' }).click();
  expect(await isLive(page)).toBe(true);
});

test('it plays from the beginning, and is live when it has caught up', async ({ page }) => {
  await open(page);
  await page.getByLabel('by time').check();
  await page.getByLabel('Speed').selectOption('4');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => isLive(page)).toBe(true);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});
