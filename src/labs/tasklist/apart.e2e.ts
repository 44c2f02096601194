import { type Browser, expect, type Page, test } from '@playwright/test';
import { lab, sentence, start } from './tasklist.fixture.ts';

/** Alice here, and Bob in a context of his own: the two share nothing but the link. */
async function apart(page: Page, browser: Browser) {
  await start(page);
  await page.getByRole('button', { name: 'Two windows, two devices' }).click();
  // By which way the other is reached is found out with the first step.
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
async function press(page: Page, titles: readonly string[]) {
  for (const title of titles) await page.getByRole('button', { name: title, exact: true }).click();
}

test('in two windows each holds their own steps and sees the other’s, and the list says whose turn it is', async ({
  page,
  browser,
}) => {
  const bob = await apart(page, browser);
  await expect(sentence(bob)).toContainText('It is the turn of Alice');
  await press(page, ['Get media', 'Make a connection', 'Make an offer', 'Leave it with the server']);
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 10');
  await press(bob, ['Bob comes', 'Answer']);
  await expect(sentence(bob)).toContainText('It is the turn of Alice');
  await press(page, ['Find a way']);
  await expect(sentence(page)).toContainText('Connected');
  await expect(sentence(bob)).toContainText('Connected');
  await expect(lab(bob).getByRole('region', { name: 'Alice' })).toContainText('as Bob sees her');
  await expect(lab(page).getByRole('region', { name: 'Bob', exact: true })).toContainText('as Alice sees him');
});

test('a window that is closed takes its steps along, and the other is told and may start over to here', async ({
  page,
  browser,
}) => {
  const bob = await apart(page, browser);
  await press(page, ['Get media', 'Make a connection', 'Make an offer', 'Leave it with the server']);
  await press(bob, ['Bob comes']);
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 12');
  await bob.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 10');
  const trouble = lab(page).getByRole('region', { name: 'Trouble' });
  await expect(trouble).toContainText('bob has left');
  await trouble.getByRole('button', { name: 'Start over to here' }).click();
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 10');
});
