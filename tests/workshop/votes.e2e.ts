import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { launch } from '../carriers/house.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });

/** An instructor, a learner with a phone, and one with Firefox, all at the list of 23 steps. */
async function hold(grace: Page, learners: Record<string, Page>) {
  await grace.goto('/workshop/');
  await grace.getByLabel('Your name, as the class sees it').fill('Grace');
  await grace.keyboard.press('Enter');
  const link = await grace.getByRole('link', { name: 'invitation link' }).getAttribute('href');
  for (const [name, page] of Object.entries(learners)) {
    await page.goto(`/join/${new URL(link!).hash}`);
    // The code is read from the link by what answers Enter.
    await expect(page.getByLabel('Code')).not.toHaveValue('');
    await page.getByLabel('Your name').fill(name);
    await page.keyboard.press('Enter');
    await expect(bar(page).getByRole('button', { name: /hand/i })).toBeVisible();
  }
  await grace.getByRole('button', { name: /^Go to The 23 steps/ }).click();
  for (const page of Object.values(learners)) await expect(page).toHaveURL(/\/tasklist\/$/);
}

test('a class is paused and asked: what runs goes on, and who looks back may', async ({
  page: grace,
  browser,
  baseURL,
}) => {
  const other = await launch('firefox');
  const ada = await (await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })).newPage();
  const bob = await (await other.newContext({ baseURL })).newPage();
  await hold(grace, { Ada: ada, Bob: bob });

  await test.step('labs take no step while they are paused, and none starts', async () => {
    await bob.getByRole('button', { name: 'Start', exact: true }).click();
    await bob.getByRole('button', { name: 'Get media', exact: true }).click();
    await expect(bob.getByRole('button', { name: 'Make a connection', exact: true })).toBeVisible();
    await grace.getByRole('checkbox', { name: /^Paused/ }).focus();
    await grace.keyboard.press('Space');
    for (const page of [ada, bob]) await expect(bar(page)).toContainText('Your instructor has paused the labs.');
    await ada.getByRole('button', { name: 'Start', exact: true }).click();
    await bob.getByRole('button', { name: 'Make a connection', exact: true }).press('Enter');
    for (const page of [ada, bob]) await expect(bar(page)).toContainText('This works again when they go on.');
    await expect(ada.locator('lab-host')).toHaveAttribute('data-state', 'idle');
    await bob.getByRole('button', { name: 'Look inside' }).click();
    const moment = bob.getByRole('slider', { name: 'Moment' });
    await moment.press('ArrowLeft');
    await expect(bob.getByRole('status', { name: 'Call' })).toContainText('Looking back');
    await bob.getByRole('button', { name: 'Back to now' }).click();
    await expect(bob.locator('lab-host')).toContainText('What runs goes on, and you can look back.');
    expect(await axeFinds(bob, (axe) => axe.include('lab-host'))).toEqual([]);
    await grace.getByRole('checkbox', { name: /^Paused/ }).uncheck();
    await expect(bar(bob)).not.toContainText('paused');
    await bob.getByRole('button', { name: 'Make a connection', exact: true }).press('Enter');
    await expect(bob.getByRole('button', { name: 'Make a connection', exact: true })).toHaveCount(0);
  });

  await test.step('labs are small and silent for as long as the class is', async () => {
    await grace.getByRole('checkbox', { name: /^Small and silent/ }).check();
    await expect(bob.locator('lab-host')).toContainText('The class’s profile is on: no sound is played');
    await grace.getByRole('checkbox', { name: /^Small and silent/ }).uncheck();
    await expect(bob.locator('lab-host')).not.toContainText('profile');
  });
  await other.close();
});
