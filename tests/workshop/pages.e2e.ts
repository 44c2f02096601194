import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { empty, firefoxToo } from '../carriers/house.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });
const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const ready = (page: Page) => expect(bar(page).getByRole('button', { name: /hand/i })).toBeVisible();

/** By keyboard alone: a name, and Enter. */
async function join(page: Page, name: string) {
  // From then on the page knows what Enter means.
  await expect(page.getByLabel('Code')).not.toHaveValue('');
  await page.getByLabel('Your name').fill(name);
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`You have a seat, as ${name}`)).toBeVisible();
  await ready(page);
}

test('an instructor, a phone and a Firefox hold a workshop, from the code to its end', async ({ browser, baseURL }) => {
  const other = await firefoxToo();
  const grace = await (await browser.newContext({ baseURL, viewport: { width: 1366, height: 768 } })).newPage();
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const ada = await (await browser.newContext({ baseURL, ...phone })).newPage();
  const bob = await (await other.newContext({ baseURL, colorScheme: 'dark' })).newPage();

  await test.step('the code, the link and the QR code', async () => {
    await grace.goto('/workshop/');
    await grace.getByLabel('Your name, as the class sees it').fill('Grace');
    await grace.keyboard.press('Enter');
    await expect(grace.getByText('Nobody has come yet')).toBeVisible();
    await expect(grace.getByRole('img', { name: 'QR code of http' })).toBeVisible();
    const link = (await grace.getByRole('link', { name: 'invitation link' }).getAttribute('href'))!;
    const { hash, pathname, search } = new URL(link);
    expect([pathname, search]).toEqual(['/join/', '']);
    await ada.goto(`/join/${hash}`);
    await join(ada, 'Ada');
    await bob.goto('/join/');
    await bob.getByLabel('Code').fill(hash.slice(1, 10).toLowerCase().replace('-', ' '));
    await join(bob, 'Bob');
    await expect(grace.getByText('2 in the class, 2 here')).toBeVisible();
  });

  await test.step('everybody follows, a hand is raised, somebody is lost', async () => {
    await grace.getByRole('button', { name: /^Go to The 23 steps/ }).click();
    for (const page of [ada, bob]) await expect(page).toHaveURL(/\/lessons\/connecting\/tasklist\/$/);
    for (const page of [ada, bob]) await expect(bar(page)).toContainText('The class is here');
    await bar(ada).getByRole('button', { name: 'Raise hand' }).click();
    await expect(card(grace, 'Ada')).toContainText('Hand up');
    await card(grace, 'Ada').getByRole('button', { name: 'I come' }).click();
    await expect(bar(ada)).toContainText('Grace comes');
    await bar(bob).getByRole('radio', { name: 'I’m lost' }).check({ force: true });
    await expect(card(grace, 'Bob')).toContainText('Lost');
    await expect(card(grace, 'Bob')).toContainText('The 23 steps');
  });

  await test.step('a refresh costs nobody anything', async () => {
    await Promise.all([grace, ada, bob].map((page) => page.reload()));
    await expect(card(grace, 'Ada')).toContainText('Grace comes');
    await expect(bar(ada)).toContainText('Grace comes');
    await expect(bar(bob).getByRole('radio', { name: 'I’m lost' })).toBeChecked();
    await expect(grace.getByText('2 in the class, 2 here')).toBeVisible();
  });

  await test.step('what a lab does is told, and its bar says exactly what', async () => {
    await bar(bob).getByRole('checkbox', { name: 'Follow' }).uncheck();
    await expect(card(grace, 'Bob')).toContainText('Goes their own way');
    await grace.getByLabel('Another page').selectOption('/labs/hello/');
    await grace.getByRole('button', { name: 'Take everyone there' }).click();
    await expect(ada).toHaveURL(/\/labs\/hello\/$/);
    await expect(bar(bob)).toContainText('The class is at');
    await expect(bob).toHaveURL(/tasklist/);
    await ada.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(card(grace, 'Ada')).toContainText('stable · complete · connected · connected');
    await expect(card(grace, 'Ada')).toContainText(/way: (host|prflx)/);
    await bar(ada).getByRole('button', { name: 'What is seen' }).click();
    await expect(ada.getByRole('region', { name: 'What your instructor sees' })).toContainText(
      'stable · complete · connected · connected',
    );
    expect(await axeFinds(ada, (axe) => axe.include('.workshop-bar'))).toEqual([]);
    expect(await axeFinds(grace, (axe) => axe.include('main'))).toEqual([]);
    await bar(ada).getByRole('button', { name: 'What is seen' }).click();
  });

  await test.step('a lab that runs is asked for, and who comes back follows again', async () => {
    await grace.getByRole('button', { name: /^Go to A whole call/ }).click();
    await bar(ada).getByRole('button', { name: 'Go there' }).click();
    await expect(ada).toHaveURL(/the-whole-call/);
    await bar(bob).getByRole('checkbox', { name: 'Follow' }).click();
    await expect(bob).toHaveURL(/the-whole-call/);
  });

  await test.step('a word to all, the projector, and the end', async () => {
    await grace.getByLabel('Message to all').fill('Back at <b>four</b>');
    await grace.keyboard.press('Enter');
    await expect(bar(bob)).toContainText('Grace: Back at <b>four</b>');
    const stage = await grace.context().newPage();
    await stage.goto((await grace.getByRole('link', { name: 'projector' }).getAttribute('href'))!);
    await expect(stage.getByText('A whole call in seven acts')).toBeVisible();
    await expect(stage.getByText('2 are here')).toBeVisible();
    expect(await axeFinds(stage)).toEqual([]);
    await grace.getByRole('button', { name: 'End the workshop' }).click();
    await grace.getByRole('button', { name: 'Yes, end it' }).click();
    for (const page of [ada, bob]) await expect(bar(page)).toContainText('has ended');
    await bar(ada).getByRole('button', { name: 'Leave' }).click();
    await bar(ada).getByRole('button', { name: 'Yes, leave' }).click();
    await expect(bar(ada)).toContainText('You have left');
    await ada.reload();
    await expect(bar(ada)).toHaveCount(0);
  });
  await empty(browser, other);
});
