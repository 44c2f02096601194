import { type Browser, expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { empty, firefoxToo } from '../carriers/house.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });
const pairs = (page: Page) => page.getByRole('region', { name: 'Pairs' });
const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

async function comes(browser: Browser, baseURL: string, link: string, name: string, width = 1366) {
  const context = await browser.newContext({ baseURL, viewport: { width, height: 768 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(link);
  // By then the page has read the link.
  await expect(page.getByLabel('Code')).not.toHaveValue('');
  await page.getByLabel('Your name').fill(name);
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('button', { name: 'Raise hand' })).toBeVisible();
  return page;
}

test('who is paired meets in the lab, really connected and with no code typed; a third plays the server', async ({
  browser,
  baseURL,
}) => {
  const firefox = await firefoxToo();
  const grace = await (await browser.newContext({ baseURL, viewport: { width: 1366, height: 768 } })).newPage();
  await grace.goto('/workshop/');
  await grace.getByLabel('Your name, as the class sees it').fill('Grace');
  await grace.keyboard.press('Enter');
  const href = await grace.getByRole('link', { name: 'invitation link' }).getAttribute('href');
  const link = `/join/${new URL(href!).hash}`;
  const ada = await comes(browser, baseURL!, link, 'Ada', 390);
  const finn = await comes(firefox, baseURL!, link, 'Finn');

  await test.step('by keyboard alone all are paired, and come to the lab that was chosen', async () => {
    await pairs(grace).getByLabel('Lab for two').selectOption('/labs/call/');
    await pairs(grace).getByRole('button', { name: 'Pair all 2 who are here' }).press('Enter');
    await expect(pairs(grace).getByRole('listitem')).toContainText('Ada and Finn');
    await expect(pairs(grace)).toContainText('1 pair; everybody here has a partner');
    for (const page of [ada, finn]) await expect(page).toHaveURL(/\/labs\/call\/$/);
    await expect(bar(ada)).toContainText('You are Alice, Finn is Bob');
    await expect(bar(finn)).toContainText('You are Bob, Ada is Alice');
    await expect(ada.getByLabel('Start together with Finn')).toBeChecked();
    expect(await axeFinds(ada, (axe) => axe.include('lab-host').include('.workshop-bar'))).toEqual([]);
    await press(grace, 'By hand');
    expect(await axeFinds(grace, (axe) => axe.include('.pairing'))).toEqual([]);
  });

  await test.step('both press Start, and are connected: also when a call comes before its page is ready', async () => {
    // What is asked for between the seat and the first call is answered when Alice calls already.
    await finn.route('**/api/ice', async (route) => {
      await expect(call(ada)).toContainText('Calling bob');
      await route.continue();
    });
    await press(ada, 'Start');
    await expect(call(ada)).toContainText('Finn has not started yet');
    await press(finn, 'Start');
    await expect(call(ada)).toContainText('You are talking to bob');
    await expect(call(finn)).toContainText('You are talking to alice');
    for (const name of ['Ada', 'Finn'])
      await expect(card(grace, name)).toContainText('stable · complete · connected · connected');
    await expect(ada.getByText('Bob, played by Finn')).toBeVisible();
    // The room is theirs: neither the address nor the console has it.
    expect(new URL(ada.url()).search).toBe('');
    expect(await grace.content()).not.toContain('pair-');
  });

  await test.step('a partner who loads the page anew comes back to the same call', async () => {
    await finn.unroute('**/api/ice');
    await finn.reload();
    await expect(finn.getByLabel('Start together with Ada')).toBeChecked();
    await press(finn, 'Start');
    await expect(call(finn)).toContainText('You are talking to alice');
    await expect(call(ada)).toContainText('You are talking to bob');
  });

  await test.step('while the labs are paused, whoever talks can still be silent and hang up', async () => {
    const paused = grace.getByRole('checkbox', { name: /^Paused/ });
    await paused.check();
    await expect(ada.getByText('Your instructor has paused the labs.')).toHaveCount(1);
    for (const name of ['Mute', 'Camera off']) {
      await press(ada, name);
      await expect(ada.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
    }
    await expect(finn.getByText('Alice, played by Ada').locator('..')).toContainText('muted, camera off');
    await press(finn, 'Hang up');
    await expect(call(ada)).toContainText('bob has hung up');
    await press(ada, 'Call bob');
    await expect(bar(ada)).toContainText('This works again when they go on.');
    await expect(call(ada)).toContainText('bob has hung up');
    await paused.uncheck();
    await expect(bar(ada)).not.toContainText('paused');
  });

  await test.step('of three the third plays the server: what the two say waits until it is passed on', async () => {
    const cyd = await comes(browser, baseURL!, link, 'Cyd');
    await expect(pairs(grace)).toContainText('1 pair; 1 has nobody');
    await pairs(grace).getByLabel('Lab for two').selectOption('/labs/secure/');
    const parts = { Alice: 'Ada', Bob: 'Finn (has a partner)', Server: 'Cyd' };
    await pairs(grace).getByLabel('Alice').selectOption('Ada (has a partner)');
    await pairs(grace).getByLabel('Bob').selectOption(parts.Bob);
    await pairs(grace).getByLabel('Server').selectOption(parts.Server);
    await press(grace, 'Pair them');
    await expect(pairs(grace).getByRole('listitem')).toContainText('Ada, Finn, and Cyd as the server');
    await expect(cyd).toHaveURL(/\/labs\/secure\/$/);
    for (const page of [ada, finn]) {
      await expect(bar(page)).toContainText('Going there ends the lab that runs here.');
      await bar(page).getByRole('button', { name: 'Go there' }).click();
    }
    await expect(cyd.getByRole('button', { name: 'Play the server' })).toHaveClass('strong');
    await expect(cyd.getByRole('button', { name: 'Start', exact: true })).not.toHaveClass('strong');
    await cyd.getByRole('button', { name: 'Play the server' }).press('Enter');
    const onDesk = cyd.getByRole('region', { name: 'On your desk' });
    await expect(onDesk).toContainText('Nothing waits.');
    for (const page of [ada, finn]) await press(page, 'Start');
    const passOn = onDesk.getByRole('button', { name: /^Pass on/ }).first();
    await expect(passOn).toHaveText(/^Pass on (Alice|Bob)’s offer to (Alice|Bob)$/);
    for (const page of [ada, finn]) await expect(bar(page)).toContainText('waits with Cyd, the server.');
    expect(await axeFinds(ada, (axe) => axe.include('.workshop-bar'))).toEqual([]);
    await passOn.press('Enter');
    await expect(passOn).toHaveText(/’s answer to/);
    // By keyboard one stays at the button, whatever it passes on next.
    await expect(passOn).toBeFocused();
    await expect(call(ada)).not.toContainText('Connected');
    await onDesk.getByRole('button', { name: 'Pass on everything from now' }).press('Enter');
    await expect(call(ada)).toContainText('Connected');
    await expect(call(finn)).toContainText('Connected');
    for (const page of [ada, finn]) await expect(bar(page)).not.toContainText('waits with Cyd, the server.');
    await expect(onDesk).toContainText('The server passes on by itself.');
    const passes = cyd.getByRole('region', { name: 'What passes the server' });
    const lanes = passes.getByRole('region', { name: 'Sequence' });
    for (const said of ['alice', 'bob', 'offer', 'answer']) await expect(lanes).toContainText(said);
    expect(await axeFinds(cyd, (axe) => axe.include('lab-host'))).toEqual([]);
  });

  await test.step('who is parted has no partner any more, and a lab that runs stays', async () => {
    await press(grace, /^Unpair Ada/);
    await expect(bar(ada)).not.toContainText('You are Alice');
    await expect(call(ada)).toContainText('Connected');
  });
  await empty(browser, firefox);
});
