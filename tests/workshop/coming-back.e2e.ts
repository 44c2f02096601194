import { expect, type Page, test } from '@playwright/test';
import { ownHouse } from '../../src/watch/house.fixture.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });

test('a killed server and a second tab cost nobody their seat, and what was done meanwhile is told', async ({
  browser,
  page: grace,
}) => {
  const house = await ownHouse();
  await grace.goto(`${house.url}/workshop/`);
  await grace.getByLabel('Your name, as the class sees it').fill('Grace');
  await grace.keyboard.press('Enter');
  const link = await grace.getByRole('link', { name: 'invitation link' }).getAttribute('href');
  const context = await browser.newContext();
  const ada = await context.newPage();
  await ada.goto(`${house.url}/join/${new URL(link!).hash}`);
  await ada.getByLabel('Your name').fill('Ada');
  await expect(ada.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await ada.keyboard.press('Enter');
  await expect(grace.getByText('1 in the class, 1 here')).toBeVisible();

  const second = await context.newPage();
  await second.goto(`${house.url}/glossary/`);
  await bar(second).getByRole('button', { name: 'Raise hand' }).click();
  await expect(grace.getByText('Hand up')).toBeVisible();
  await expect(bar(ada).getByRole('button', { name: /hand/i })).toHaveText(
    (await bar(second).getByRole('button', { name: /hand/i }).textContent())!,
  );
  await expect(grace.getByText('1 in the class, 1 here')).toBeVisible();

  await house.kill();
  await expect(bar(ada)).toContainText('Not connected. What you do is kept and told later.');
  await expect(grace.getByText('Not connected. Still trying.')).toBeVisible();
  await bar(ada).getByRole('radio', { name: 'I’m lost' }).check({ force: true });
  await house.startAgain();
  await expect(grace.getByText('1 in the class, 1 here')).toBeVisible();
  const card = grace.getByRole('listitem').filter({ has: grace.getByRole('heading', { name: 'Ada', exact: true }) });
  await expect(card).toContainText('Lost');
  await expect(card).toContainText('Hand up');
  await expect(bar(second).getByRole('radio', { name: 'I’m lost' })).toBeChecked();
  await context.close();
  await house.close();
});
