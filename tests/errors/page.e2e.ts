import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'What your browser said' });
const shown = (page: Page) => page.getByRole('main').getByRole('article').filter({ visible: true });

test('a message that is pasted leads to its cause, its remedy, and the lab that provokes it', async ({ page }) => {
  await page.goto('/errors/');
  await field(page).fill(
    "Uncaught (in promise) InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The remote description was null\n    at client.js:40:9",
  );
  await expect(shown(page)).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Known. Here is why, and what to do.');
  await expect(shown(page)).toContainText('The candidate was faster than the description');
  await expect(shown(page).getByRole('link', { name: 'Lab The 23 steps' })).toHaveAttribute(
    'href',
    '/labs/tasklist/?order=candidate-first',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page), colorScheme).toEqual([]);
  }

  await field(page).fill('TypeError: the coffee is cold');
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'not in the table. Below is what is known as TypeError',
  );
  await expect(page.getByText('Look at these, in this order')).toBeVisible();
  await field(page).fill('the coffee is cold');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('This is not in the table.');
  await field(page).fill('');
  await expect(page.getByText('Look at these, in this order')).toBeHidden();
  expect(await shown(page).count()).toBeGreaterThan(50);
});

test('the table stands in the page without JavaScript, and nothing to type into', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false });
  await page.goto('/errors/#candidate-too-early');
  await expect(page.getByRole('article', { name: 'Candidate too early' })).toBeInViewport();
  await expect(page.getByText('InvalidStateError: No remoteDescription.')).toBeVisible();
  await expect(field(page)).toBeHidden();
  await page.close();
});

test('a link to a prepared order of the 23 steps runs it', async ({ page }) => {
  await page.goto('/labs/tasklist/?order=15-16-17');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Trouble' })).toContainText('An answer answers an offer');
});
