import { expect, type Page, test } from '@playwright/test';
import { lab, sentence, start } from './tasklist.fixture.ts';

async function tryOrder(page: Page, title: string) {
  await start(page);
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByRole('button', { name: title, exact: true }).click();
  await expect(lab(page).getByRole('region', { name: 'Trouble' })).toContainText('The rule.');
}

/** Where this order breaks, and what is said there. */
async function breaks(page: Page, title: string, step: string, says: RegExp) {
  await tryOrder(page, title);
  await expect(sentence(page)).toContainText(step);
  await expect(sentence(page)).toContainText(says);
}

test('createAnswer before the offer is set is an InvalidStateError', ({ page }) =>
  breaks(page, '15, 16, 17, as the list has them', 'Step 15', /InvalidStateError/));

test('a candidate before the description is an InvalidStateError', ({ page }) =>
  breaks(page, 'A candidate before the description', 'addIceCandidate', /InvalidStateError/));

test('an offer that is made before the tracks are added has no section for them', ({ page }) =>
  breaks(page, 'No track before the offer', 'Step 5', /The offer has a section for each track/));

test('an answer to an offer that was never set is refused', ({ page }) =>
  breaks(page, 'setLocalDescription forgotten', 'Step 22', /InvalidStateError/));

test('an answer that is quicker than the setting of its offer is refused', ({ page }) =>
  breaks(page, 'The offer sent before it is set', 'Step 22', /InvalidStateError/));

test('an answer that is given twice is refused the second time', async ({ page }) => {
  await breaks(page, 'The answer given twice', 'Step 22', /InvalidStateError/);
  await expect(
    page.getByRole('list', { name: 'Steps in this order' }).getByRole('button', { name: /^22 .*done/ }),
  ).toBeVisible();
});

test('whoever listens after the answer was set is never told of the tracks', ({ page }) =>
  breaks(page, 'Listeners attached too late', 'Step 22', /what Bob sends has been heard of/));

test('from a wrong order the way leads back, to a call that works', async ({ page }) => {
  await tryOrder(page, '15, 16, 17, as the list has them');
  await page.getByRole('button', { name: 'Start over in the right order' }).click();
  for (let act = 0; act < 7; act++) await lab(page).locator('.next').click();
  await expect(sentence(page)).toContainText('Connected');
});

test('a step is moved by keyboard, and the order that came of it is run', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByText('An order of your own').click();
  const later = page.getByRole('button', { name: 'addTrack of alice: later' });
  await later.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Your order' }).getByRole('listitem').nth(4)).toContainText('addTrack');
  await page.getByRole('button', { name: 'Run this order' }).click();
  await expect(sentence(page)).toContainText('Step 5');
});
