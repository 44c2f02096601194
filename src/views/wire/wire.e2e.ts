import { expect, type Page, test } from '@playwright/test';
import { heldCall } from '../held-call.fixture.ts';
import { longTrace } from '../long-trace.fixture.ts';
import { openStage } from '../open-stage.fixture.ts';

const show = (page: Page, moment: number) => page.evaluate((moment) => pictureStage.show('wire', moment), moment);
const details = (page: Page) => page.getByRole('region', { name: 'Details' });

test('a message opens to its body, by mouse and by keyboard', async ({ page }) => {
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  await page.getByRole('row', { name: '3.0 s' }).first().click();
  await expect(details(page)).toContainText('m=audio 9 UDP/TLS/RTP/SAVPF 111');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'offer' }).last().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(details(page)).toContainText('192.0.2.7 50001 typ host');
  expect(await page.evaluate(() => pictureStage.picked.map(({ name }) => name))).toEqual(['offer', 'candidate']);
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);
});

test('on a phone no word of the table is cut @both', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  const cut = await page
    .locator('th, td, td button')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
  expect(cut).toEqual([]);
});

test('of thousands of messages, those in sight are drawn', async ({ page }) => {
  await openStage(page, longTrace(8_000));
  await show(page, 8_000);
  const table = page.getByRole('table');
  expect(await page.getByRole('row').count()).toBeLessThan(300);
  const total = Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(1_500);
  await expect(page.locator('tr[data-now="true"]')).toBeInViewport();
  await page.locator('tr[data-now="true"] button').focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-row="1"] button')).toBeFocused();
  await expect(page.locator('[data-row="1"]')).toBeInViewport();
  await page.keyboard.press('End');
  await expect(page.locator(`[data-row="${total}"]`)).toBeInViewport();
});
