import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { person, start } from './class.ts';

const commandsOfTheDriver = ['Take everyone there', 'Start the clock', 'End the workshop'];

test('one leads, a second instructor sees who and asks, and it is handed over', async ({ browser, baseURL }) => {
  const [grace, linus] = (await Promise.all([person(browser, baseURL!), person(browser, baseURL!)])) as [Page, Page];
  await start(grace, 'Grace');
  const leads = async (page: Page) => {
    await expect(page.getByRole('heading', { name: 'Lead', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'End the workshop' })).toBeVisible();
  };
  const looksOn = async (page: Page) => {
    await expect(page.getByRole('heading', { name: 'What goes on' })).toBeVisible();
    for (const name of commandsOfTheDriver) await expect(page.getByRole('button', { name })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: /^Paused/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Go to .* with everyone/ })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: /^Locked/ })).toBeVisible();
  };
  await leads(grace);

  await grace.getByRole('button', { name: 'Invite a second instructor' }).click();
  const link = new URL((await grace.getByRole('link', { name: 'instructor’s link' }).getAttribute('href'))!);
  await linus.goto(`/workshop/${link.hash}`);
  await linus.getByLabel('Your name, as the class sees it').fill('Linus');
  await linus.keyboard.press('Enter');
  await expect(linus.getByText('Grace leads.')).toBeVisible();
  await looksOn(linus);
  await expect(grace.getByRole('region', { name: 'Helpers' })).toContainText('Linus instructor');
  expect(await axeFinds(linus, (axe) => axe.include('main'))).toEqual([]);

  await linus.getByRole('button', { name: 'Ask to lead' }).press('Enter');
  await expect(linus.getByText('You have asked to lead.')).toBeVisible();
  await grace.getByRole('button', { name: 'Hand over to Linus' }).press('Enter');
  await leads(linus);
  await looksOn(grace);
  await expect(grace.getByText('Linus leads.')).toBeVisible();

  await linus.context().close();
  await expect(grace.getByText('Linus leads, and is not connected just now.')).toBeVisible();
  await grace.context().close();
});
