import type { Browser, Page } from '@playwright/test';
import { start } from './tasklist.fixture.ts';

/** Alice here, and Bob in a context of his own: the two share nothing but the link. */
export async function apart(page: Page, browser: Browser) {
  await start(page);
  await page.getByRole('button', { name: 'Two windows, two devices' }).click();
  await page.getByRole('button', { name: 'Send Bob elsewhere' }).click();
  const link = await page
    .getByRole('region', { name: 'The link for Bob' })
    .getByRole('link')
    .first()
    .getAttribute('href');
  const bob = await (await browser.newContext()).newPage();
  await bob.goto(link!);
  await bob.getByRole('button', { name: 'Start', exact: true }).click();
  return bob;
}

/** Every act of somebody, until it is the other's turn. */
export async function press(page: Page, titles: readonly string[]) {
  for (const title of titles) await page.getByRole('button', { name: title, exact: true }).click();
}
