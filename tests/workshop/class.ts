import { type Browser, expect, type Page } from '@playwright/test';

// How people come into a workshop, by visible words and roles.

export const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });
export const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** Somebody with a browser of their own. */
export const person = async (browser: Browser, baseURL: string) => (await browser.newContext({ baseURL })).newPage();

/** Starts one, and says what stands behind the # of the invitation link. */
export async function start(page: Page, name: string): Promise<string> {
  await page.goto('/workshop/');
  await page.getByLabel('Your name, as the class sees it').fill(name);
  await page.keyboard.press('Enter');
  const link = await page.getByRole('link', { name: 'invitation link' }).getAttribute('href');
  return new URL(link!).hash;
}

export async function join(page: Page, hash: string, name: string) {
  await page.goto(`/join/${hash}`);
  await page.getByLabel('Your name').fill(name);
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`You have a seat, as ${name}`)).toBeVisible();
}
