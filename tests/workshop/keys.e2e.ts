import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { bar, card, join, person, start } from './class.ts';

const saved = async (page: Page, button: string) => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path(), 'utf8');
};

test('a lost key, a second device, a clock, a locked door, somebody removed, a report', async ({
  browser,
  baseURL,
}) => {
  const people = await Promise.all(Array.from({ length: 5 }, () => person(browser, baseURL!)));
  const [lost, grace, ada, phone, mallory] = people as [Page, Page, Page, Page, Page];
  const hash = await start(lost, 'Grace');
  const code = hash.slice(1, 10);
  const recovery = (await lost.locator('.recovery .code').textContent())!;
  // Who loads the page anew by mistake has it still, until they say that it is written down.
  await lost.reload();
  await expect(lost.locator('.recovery .code')).toHaveText(recovery);
  await lost.getByRole('button', { name: 'Written down' }).click();
  await lost.reload();
  await expect(lost.getByRole('link', { name: 'invitation link' })).toBeVisible();
  await expect(lost.locator('.recovery')).toHaveCount(0);
  await join(ada, hash, 'Ada');

  await test.step('whose key is lost takes over with the recovery code, and the old key is worth nothing', async () => {
    await grace.goto('/workshop/');
    await grace.getByText('I have started one already').click();
    const form = grace.getByRole('group').filter({ has: grace.getByLabel('Recovery code') });
    await form.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
    await form.getByLabel('Recovery code').fill(recovery);
    await form.getByLabel('Your name').fill('Grace');
    await form.getByRole('button', { name: 'Take it over' }).click();
    await expect(grace.getByText('1 in the class, 1 here')).toBeVisible();
    expect(await grace.locator('.recovery .code').textContent()).not.toBe(recovery);
    await expect(lost.getByText('taken over with its recovery code')).toBeVisible();
    await lost.reload();
    await expect(lost.getByText('do not belong together')).toBeVisible();
  });

  await test.step('a seat goes to another device by a word, and is one seat', async () => {
    await bar(ada).getByRole('button', { name: 'What is seen' }).click();
    await bar(ada).getByRole('button', { name: 'My seat on another device' }).click();
    const [, where, word] = /open (\S+) and say: (.+?)\. It/.exec(
      (await bar(ada).getByText('and say:').textContent())!,
    )!;
    await phone.goto(where!);
    await phone.getByRole('button', { name: 'I have a seat on another device' }).click();
    await phone.getByLabel('The words').fill(word!);
    await phone.keyboard.press('Enter');
    await expect(phone.getByText('You have a seat, as Ada')).toBeVisible();
    await bar(phone).getByRole('button', { name: 'Raise hand' }).click();
    await expect(bar(ada).getByRole('button', { name: 'Hand is up' })).toBeVisible();
    await expect(grace.getByText('1 in the class, 1 here')).toBeVisible();
  });

  await test.step('a clock runs on the bar and on the projector, until it is stopped', async () => {
    const stage = await grace.context().newPage();
    await stage.goto((await grace.getByRole('link', { name: 'projector' }).getAttribute('href'))!);
    await grace.getByLabel('Minutes').fill('7');
    await grace.getByRole('button', { name: 'Start the clock' }).click();
    for (const page of [grace, bar(phone), stage]) await expect(page.getByRole('timer')).toHaveText(/^(7:00|6:\d\d)$/);
    await grace.getByRole('button', { name: 'Stop the clock' }).click();
    for (const page of [bar(phone), stage]) await expect(page.getByRole('timer')).toHaveCount(0);
  });

  await test.step('whoever comes too late is told the same as whoever has a wrong code', async () => {
    const told: (string | null)[] = [];
    await grace.getByRole('checkbox', { name: /^Locked/ }).check();
    for (const tried of [`#${code}`, '#CCCC-CCCC']) {
      await mallory.goto('/join/');
      await mallory.goto(`/join/${tried}`);
      await mallory.reload();
      await mallory.getByLabel('Your name').fill('Mallory');
      await expect(mallory.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
      await mallory.keyboard.press('Enter');
      await expect(mallory.getByText('No workshop lets you in')).toBeVisible();
      told.push(await mallory.locator('[data-part="joining"]').textContent());
    }
    expect(told[0]).toBe(told[1]);
    await grace.getByRole('checkbox', { name: /^Locked/ }).uncheck();
    await join(mallory, hash, '=SUM(1, 2)&"x"');
    await expect(grace.getByText('2 in the class, 2 here')).toBeVisible();
  });

  await test.step('a report keeps names as text', async () => {
    const csv = await saved(grace, 'Save the report as CSV');
    expect(csv).toContain(`"'=SUM(1, 2)&""x""",`);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    const { learners } = JSON.parse(await saved(grace, 'Save the report as JSON'));
    expect(learners.map(({ name }: { name: string }) => name)).toEqual(['Ada', '=SUM(1, 2)&"x"']);
  });

  await test.step('who was removed is told, and does not come back by what their browser kept', async () => {
    const seat = await ada.evaluate(() => localStorage.getItem('trickle:seat')!);
    await card(grace, 'Ada').getByText('More').click();
    await card(grace, 'Ada').getByRole('button', { name: 'Remove' }).click();
    await card(grace, 'Ada').getByRole('button', { name: 'Really remove Ada' }).click();
    for (const page of [ada, phone]) await expect(bar(page)).toContainText('taken you out');
    await ada.evaluate((seat) => localStorage.setItem('trickle:seat', seat), seat);
    await ada.goto('/glossary/');
    await expect(bar(ada)).toContainText('taken you out');
    await expect(grace.getByText('1 in the class, 1 here')).toBeVisible();
  });
  for (const page of people) await page.context().close();
});

test('where no server is, the pages of a workshop say so', async ({ page }) => {
  await page.route('**/api/here', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  for (const url of ['/workshop/', '/workshop/check/', '/workshop/stage/#pass', '/join/']) {
    await page.goto(url);
    await expect(page.getByText('no server behind it')).toBeVisible();
    await expect(page.locator('main form:visible')).toHaveCount(0);
  }
});
