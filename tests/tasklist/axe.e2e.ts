import { expect, type Page, test } from '@playwright/test';
import { lab, openAct, playActs, sentence, start } from '../../src/labs/tasklist/tasklist.fixture.ts';
import { axeFinds } from '../axe.ts';

const laptop = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

async function isFine(page: Page, colorScheme: 'light' | 'dark', viewport: typeof laptop) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  expect(await axeFinds(page, (axe) => axe.include('lab-host'))).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(await page.locator('.tasklist-lab li span').evaluateAll(stickingOut), 'what sticks out of its place').toEqual(
    [],
  );
}

const stickingOut = (texts: Element[]) =>
  texts.filter((text) => text.scrollWidth > text.clientWidth + 1).map(({ textContent }) => textContent);

test('axe finds nothing in the 23 steps while they run, and nothing is wider than its window', async ({ page }) => {
  await start(page);
  await playActs(page, 6);
  await expect(lab(page)).toContainText('Chromium gives up');
  await openAct(page, 'Answer');
  await page.getByRole('button', { name: /^16 setLocalDescription/ }).click();
  await test.step('an act and a step are opened, and Bob’s browser waits', () => isFine(page, 'light', laptop));

  for (const step of [21, 22]) await page.getByRole('button', { name: `Step ${step}, ` }).click();
  await expect(sentence(page)).toContainText('Connected');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await page.getByRole('slider').focus();
  await page.keyboard.press('PageDown');
  await expect(sentence(page)).toContainText('Looking back');
  await test.step('one looks back, on a window that became small', () => isFine(page, 'dark', phone));

  await page.getByRole('button', { name: 'Two windows, two devices' }).click();
  await page.getByRole('button', { name: 'Send Bob elsewhere' }).click();
  await expect(page.getByText('npm start -- --lan')).toBeVisible();
  await expect(lab(page).getByRole('region', { name: 'Trouble' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Have Bob back here' }).click();
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByText('An order of your own').click();
  await page.getByRole('button', { name: 'The answer given twice' }).click();
  await expect(lab(page)).toContainText('The rule.');
  await test.step('another order went wrong', () => isFine(page, 'light', phone));
});
