import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ownHouse } from '../../src/watch/house.fixture.ts';
import { host, launch } from '../carriers/house.ts';
import { bar, card, join, start } from './class.ts';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const pairs = (page: Page) => page.getByRole('region', { name: 'Pairs' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

test('a class from its code to what is taken home: a phone, a Firefox, somebody over plain HTTP, and a server that dies @long', async ({
  browser,
}) => {
  test.skip(host === '127.0.0.1', 'This machine is in no network.');
  const house = await ownHouse({}, ['--host', '::']);
  const firefox = await launch('firefox');
  const contexts = {
    grace: await browser.newContext({ baseURL: house.url, viewport: { width: 1366, height: 768 } }),
    phone: await browser.newContext({
      ...{ baseURL: house.url, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    }),
    firefox: await firefox.newContext({ baseURL: house.url }),
    plain: await browser.newContext({ baseURL: `http://${host}:${house.port}` }),
  };
  const [grace, ada, finn, cyd] = (await Promise.all(Object.values(contexts).map((each) => each.newPage()))) as [
    ...[Page, Page, Page, Page],
  ];
  const learners = { Ada: ada, Finn: finn, Cyd: cyd };
  const all = Object.values(learners);

  await test.step('they join', async () => {
    const hash = await start(grace, 'Grace');
    for (const [name, page] of Object.entries(learners)) await join(page, hash, name);
    expect(await Promise.all(all.map((page) => page.evaluate(() => isSecureContext)))).toEqual([true, true, false]);
    await expect(grace.getByText('3 in the class, 3 here')).toBeVisible();
  });

  await test.step('they follow, and one goes their own way and comes back', async () => {
    await press(grace, /^Go to A whole call/);
    for (const page of all) await expect(page).toHaveURL(/the-whole-call/);
    await bar(ada).getByRole('checkbox', { name: 'Follow' }).uncheck();
    await ada.goto('/glossary/');
    await expect(bar(ada)).toContainText('The class is at');
    await bar(ada).getByRole('checkbox', { name: 'Follow' }).click();
    await expect(ada).toHaveURL(/the-whole-call/);
  });

  await test.step('two are paired, over plain HTTP and in two browsers, and call each other', async () => {
    await pairs(grace).getByLabel('Lab for two').selectOption('/labs/call/');
    await press(grace, 'By hand');
    await pairs(grace).getByLabel('Alice').selectOption('Cyd');
    await pairs(grace).getByLabel('Bob').selectOption('Finn');
    await press(grace, 'Pair them');
    for (const page of [cyd, finn]) await expect(page).toHaveURL(/\/labs\/call\/$/);
    for (const page of [cyd, finn]) await press(page, 'Start');
    await expect(call(cyd)).toContainText('You are talking to bob');
    await expect(call(finn)).toContainText('You are talking to alice');
    for (const name of ['Cyd', 'Finn'])
      await expect(card(grace, name)).toContainText('stable · complete · connected · connected');
  });

  await test.step('they vote, and see the answer when it is shown', async () => {
    await grace.getByText('A question of your own').press('Enter');
    await grace.getByLabel('Question', { exact: true }).fill('Who hears a call?');
    await grace.getByLabel('Options, each on a line of its own').fill('The two of them\nThe server');
    await press(grace, 'Ask the class');
    for (const page of all) await bar(page).getByRole('radio', { name: 'The two of them' }).check();
    await expect(grace.getByText('3 have answered')).toBeVisible();
    await press(grace, 'Show the answers');
    for (const page of all) await expect(bar(page)).toContainText('3 · 100 %');
    await grace.getByRole('region', { name: 'Vote' }).getByRole('button', { name: 'Put it away' }).click();
  });

  const stage = await contexts.grace.newPage();
  await test.step('one is shown to all, because they agreed', async () => {
    await stage.goto((await grace.getByRole('link', { name: 'projector' }).getAttribute('href'))!);
    await grace.getByText('More for Cyd').click();
    await card(grace, 'Cyd').getByRole('button', { name: 'Show to the class' }).click();
    await bar(cyd).getByRole('button', { name: 'Show it' }).click();
    const lit = stage.getByRole('region', { name: 'In the spotlight' });
    await expect(lit.getByText('setLocalDescription').first()).toBeVisible();
  });

  await test.step('each loads their page anew, and nothing is lost', async () => {
    await bar(ada).getByRole('button', { name: 'Raise hand' }).click();
    await expect(card(grace, 'Ada')).toContainText('Hand up');
    for (const page of [grace, stage, ...all]) await page.reload();
    await expect(grace.getByText('3 in the class, 3 here')).toBeVisible();
    await expect(card(grace, 'Ada')).toContainText('Hand up');
    await expect(bar(ada).getByRole('button', { name: 'Hand is up' })).toBeVisible();
    await expect(bar(finn)).toContainText('You are Bob, Cyd is Alice');
    for (const page of [cyd, finn]) await press(page, 'Start');
    await expect(call(cyd)).toContainText('You are talking to bob');
  });

  await test.step('the server is killed and comes back, the call goes on, and so does the class', async () => {
    await house.kill();
    await expect(bar(ada)).toContainText('Not connected');
    await bar(ada).getByRole('radio', { name: 'I’m lost' }).check({ force: true });
    await house.startAgain();
    await expect(grace.getByText('3 in the class, 3 here')).toBeVisible();
    await expect(card(grace, 'Ada')).toContainText('Lost');
    await expect(card(grace, 'Ada')).toContainText('Hand up');
    for (const page of [cyd, finn]) await expect(call(page)).toContainText('The server is back');
    for (const name of ['Cyd', 'Finn'])
      await expect(card(grace, name)).toContainText('stable · complete · connected · connected');
  });

  await test.step('it ends, and each takes home what they did', async () => {
    await press(grace, 'End the workshop');
    await press(grace, 'Yes, end it');
    for (const [name, page] of Object.entries(learners)) {
      await expect(bar(page)).toContainText('has ended');
      // Firefox tells a test of no download.
      const download = page === finn ? undefined : page.waitForEvent('download');
      await bar(page).getByRole('button', { name: 'Take home what I did' }).click();
      await expect(bar(page)).toContainText('Any copy of Trickle opens it');
      if (download) expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toMatchObject({ name });
    }
  });

  await firefox.close();
  for (const context of [contexts.grace, contexts.phone, contexts.plain]) await context.close();
  await house.close();
});
