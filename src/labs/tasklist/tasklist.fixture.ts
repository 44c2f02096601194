import { expect, type Page } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import type { LabHost } from '../lab-host.ts';
import { acts } from './acts.ts';

export const sentence = (page: Page) => page.getByRole('status', { name: 'Call' });
export const lab = (page: Page) => page.locator('.tasklist-lab');

export async function start(page: Page, query = '') {
  await page.goto(`/labs/tasklist/${query}`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(sentence(page)).not.toBeEmpty();
}

export const entriesOf = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

/** Presses the one button of each act until all of them, or so many, are over. Some may be over already. */
export async function playActs(page: Page, count = acts.length, over = 0) {
  for (const { title } of acts.slice(over, count)) await page.getByRole('button', { name: title, exact: true }).click();
}

/** Opens an act; pressing its title once more closes it. */
export const openAct = (page: Page, title: string) =>
  lab(page)
    .getByRole('button', { name: new RegExp(`${title} step`) })
    .click();

export const stepRow = (page: Page, name: string) =>
  lab(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${name} (alice|bob|server)`) }) });
