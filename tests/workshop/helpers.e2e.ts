import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { bot } from './bot.ts';

const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const isAsWideAsItsWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('a helper goes to raised hands and can do nothing else; no name breaks the console or the projector', async ({
  browser,
  baseURL,
}) => {
  const [grace, hal] = (await Promise.all(
    [1366, 390].map(async (width) =>
      (await browser.newContext({ baseURL, viewport: { width, height: 768 } })).newPage(),
    ),
  )) as [Page, Page];
  await grace.goto('/workshop/');
  await grace.getByLabel('Your name, as the class sees it').fill('Grace');
  await grace.keyboard.press('Enter');
  const invitation = (await grace.getByRole('link', { name: 'invitation link' }).getAttribute('href'))!;
  const [code = '', token] = new URL(invitation).hash.slice(1).split('.');
  const names = ['Ada', '<b>Bob</b>', '\u202Eslived\u202C', `z${'\u0301'.repeat(900)}`, 'W'.repeat(40)];
  const join = (name: string, nth: number) =>
    bot(Number(new URL(baseURL!).port), { code, invitation: token!, ticket: `${code}-${nth}`, name });
  const bots = names.map(join);
  const flood = join(`z${'\u0301'.repeat(10_000)}`, names.length);

  await test.step('the class, with whatever names', async () => {
    await expect(flood.isIn).rejects.toThrow(/could not read/);
    await Promise.all(bots.map(({ isIn }) => isIn));
    for (const [nth, bot] of bots.entries()) {
      bot.does({ what: 'agreedToName', agrees: true });
      bot.does({ what: 'moved', place: { page: '/labs/tasklist/', lab: 'tasklist', step: 2 + (nth % 2) } });
    }
    await expect(grace.getByText('5 in the class, 5 here')).toBeVisible();
    await expect(card(grace, '<b>Bob</b>')).toBeVisible();
    await expect(card(grace, 'slived')).toBeVisible();
    const heights = await grace
      .locator('h4')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(120);
    expect(await isAsWideAsItsWindow(grace)).toBe(true);
    const stage = await grace.context().newPage();
    await stage.setViewportSize({ width: 1280, height: 720 });
    await stage.goto((await grace.getByRole('link', { name: 'projector' }).getAttribute('href'))!);
    await expect(stage.getByText('5 are here')).toContainText('<b>Bob</b>');
    expect(await isAsWideAsItsWindow(stage)).toBe(true);
    await stage.close();
  });

  await test.step('how the class went through the steps, drawn and in numbers', async () => {
    await grace.getByText('Steps over time', { exact: true }).press('Enter');
    await expect(grace.getByRole('row', { name: /The 23 steps, step 2 3 3 at / })).toBeVisible();
    await expect(grace.getByRole('row', { name: /The 23 steps, step 3 2 2 at / })).toBeVisible();
    await grace.getByText('The same in numbers').press('Enter');
    await expect(grace.getByRole('table', { name: /At most so many/ }).getByRole('row')).toHaveCount(3);
    expect(await axeFinds(grace, (axe) => axe.include('main'))).toEqual([]);
  });

  await test.step('a helper comes by a link whose pass stays nowhere, and sees the class', async () => {
    await grace.getByRole('button', { name: 'Invite a helper' }).press('Enter');
    const link = new URL((await grace.getByRole('link', { name: 'helper’s link' }).getAttribute('href'))!);
    expect([link.pathname, link.search, link.hash.length > 40]).toEqual(['/workshop/', '', true]);
    await hal.goto(`/workshop/${link.hash}`);
    await hal.getByLabel('Your name, as the class sees it').fill('Hal');
    await hal.keyboard.press('Enter');
    await expect(card(hal, 'Ada')).toBeVisible();
    expect(new URL(hal.url()).hash).toBe('');
    await expect(grace.getByRole('region', { name: 'Helpers' })).toContainText('Hal');
    expect(await isAsWideAsItsWindow(hal)).toBe(true);
  });

  await test.step('and has in sight what a helper may do, and nothing else', async () => {
    bots[0]!.does({ what: 'raisedHand' });
    await expect(card(hal, 'Ada').getByRole('button')).toHaveText(['I come to Ada', 'Hand down of Ada']);
    await expect(hal.getByRole('main').getByRole('button')).toHaveCount(2);
    await expect(hal.getByText('More for')).toHaveCount(0);
    expect(await axeFinds(hal, (axe) => axe.include('main'))).toEqual([]);
  });

  await test.step('a hand is one helper’s, until they let it go or are gone', async () => {
    const come = (page: Page) => card(page, 'Ada').getByRole('button', { name: 'I come to Ada' });
    await come(hal).press('Enter');
    await expect(card(grace, 'Ada')).toContainText('Hal comes');
    await expect(come(grace)).toHaveCount(0);
    await card(hal, 'Ada').getByRole('button', { name: 'I cannot come to Ada' }).press('Enter');
    await expect(come(grace)).toBeVisible();
    await hal.reload();
    await come(hal).press('Enter');
    await expect(card(grace, 'Ada')).toContainText('Hal comes');
    await hal.context().close();
    await come(grace).press('Enter');
    await expect(card(grace, 'Ada')).toContainText('Grace comes');
  });
  for (const { close } of [...bots, flood]) close();
  for (const context of browser.contexts()) await context.close();
});
