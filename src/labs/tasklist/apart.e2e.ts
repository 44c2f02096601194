import { expect, test } from '@playwright/test';
import { apart, press } from './apart.fixture.ts';
import { entriesOf, lab, sentence } from './tasklist.fixture.ts';

test('in two windows each holds their own steps and sees the other’s, and the list says whose turn it is', async ({
  page,
  browser,
}) => {
  const bob = await apart(page, browser);
  await expect(lab(page).getByText('npm start -- --lan')).toBeVisible();
  await expect(sentence(bob)).toContainText('It is the turn of Alice: Step 1,');
  // Nothing of it has left her page but what the two pages tell each other.
  await press(page, ['Get media']);
  await expect(sentence(bob)).toContainText('It is the turn of Alice: Step 2,');
  await press(page, ['Make a connection', 'Make an offer', 'Leave it with the server']);
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 10');
  await press(bob, ['Bob comes', 'Answer']);
  await expect(sentence(bob)).toContainText('It is the turn of Alice');
  await press(page, ['Find a way']);
  await expect(sentence(page)).toContainText('Connected');
  await expect(sentence(bob)).toContainText('Connected');
  await expect(lab(bob).getByRole('region', { name: 'Alice' })).toContainText('as Bob sees her');
  for (const window of [page, bob]) {
    const calls = (await entriesOf(window))
      .filter(({ what }) => what === 'call')
      .map(({ who, name }) => `${who} ${name}`);
    expect(calls).toEqual(expect.arrayContaining(['alice createOffer', 'bob createAnswer']));
  }
  await expect(lab(page).getByRole('region', { name: 'Bob', exact: true })).toContainText('as Alice sees him');
  await bob.context().close();
});

test('a window that is closed takes its steps along, and the other is told and may start over to here', async ({
  page,
  browser,
}) => {
  const bob = await apart(page, browser);
  await press(page, ['Get media', 'Make a connection', 'Make an offer', 'Leave it with the server']);
  await press(bob, ['Bob comes']);
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 17');
  await bob.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 10');
  const trouble = lab(page).getByRole('region', { name: 'Trouble' });
  await expect(trouble).toContainText('Bob has left');
  await expect(trouble).toContainText('press Start there again');
  const kept = (await entriesOf(page)).map(({ who, what, name }) => `${who} ${what} ${name}`);
  expect(kept).toEqual(expect.arrayContaining(['alice call createOffer', 'bob call getUserMedia']));
  await trouble.getByRole('button', { name: 'Start over to here' }).click();
  await expect(sentence(page)).toContainText('It is the turn of Bob: Step 10');
  const notStarted = lab(page).getByText('Bob’s window is not started yet: press Start there.');
  await expect(notStarted).toBeVisible();
  await bob.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(notStarted).toHaveCount(0);
  await bob.context().close();
});

test('who was paired holds their own steps in the room of the pair, which stands in no address', {
  tag: '@once',
}, async ({ page }) => {
  await page.goto('/labs/tasklist/');
  const pair = new URLSearchParams({ room: `pair-${crypto.randomUUID()}`, who: 'bob', partner: 'Ada' });
  await page.locator('lab-host').evaluate((host, pair) => (host.dataset.pair = pair), pair.toString());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(sentence(page)).toContainText('It is the turn of Alice: Step 1,');
  await page.getByRole('button', { name: 'Two windows, two devices' }).click();
  await expect(lab(page)).toContainText('You hold the steps of Bob. The others are taken by Ada.');
  expect(new URL(page.url()).search).toBe('');
});
