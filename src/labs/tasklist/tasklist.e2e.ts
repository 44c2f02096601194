import { expect, test } from '@playwright/test';
import { acts } from './acts.ts';
import { entriesOf, lab, openAct, playActs, sentence, start } from './tasklist.fixture.ts';

test('from the first sight to the call, back in time, and over again', async ({ page }) => {
  await start(page);
  await test.step('first sight is calm: two faces, the server between them, one sentence and one button', async () => {
    for (const name of ['Alice', 'The server', 'Bob'])
      await expect(lab(page).getByRole('region', { name })).toBeVisible();
    await expect(lab(page).getByRole('region', { name: 'Bob' })).toContainText('not here yet');
    await expect(lab(page).locator('.strong')).toHaveText(['Get media']);
    for (const what of ['video', 'dl', '[role="slider"]', '.step', '.trouble'])
      await expect(lab(page).locator(what)).toHaveCount(0);
    expect(await entriesOf(page)).toEqual([]);
  });

  await test.step('seven presses, one for each act, and both see each other', async () => {
    await playActs(page);
    await expect(sentence(page)).toContainText('Connected');
    await expect(lab(page).getByRole('region', { name: 'Alice' })).toContainText('as Bob sees her');
    await expect(lab(page).getByRole('region', { name: 'Bob' })).toContainText('as Alice sees him');
    const end = lab(page).getByRole('region', { name: 'The end' });
    await expect(end).toContainText(/(host|prflx) to (host|prflx), directly/);
    for (const told of ['What next?', 'To keep:']) await expect(end).toContainText(told);
    await expect(lab(page).locator('.act .which')).toHaveText(acts.map(() => / · [\d.]+ m?s$/));
    const frames = (await entriesOf(page)).filter(({ name }) => name === 'first frame');
    expect(frames.map(({ who }) => who).sort()).toEqual(['alice', 'bob']);
  });

  await test.step('looking back leaves the connection where it is', async () => {
    await page.getByRole('button', { name: 'Look inside' }).click();
    await expect(lab(page).getByRole('button', { name: 'Export as a file' })).toBeEnabled();
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('Home');
    await expect(sentence(page)).toContainText('Looking back');
    await expect(lab(page).getByRole('region', { name: 'The server' })).toContainText('knows of nobody yet');
    await expect(lab(page).locator('.acts [data-done="true"]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect(sentence(page)).toContainText('Connected');
    await expect(lab(page).locator('.acts [data-done="true"]')).toHaveCount(7);
  });

  await test.step('start over and run to a step: everything of the first attempt is let go', async () => {
    const ran = page.locator('figure [data-lit]');
    await expect(ran.filter({ hasText: 'createAnswer()' })).toHaveCount(1);
    await openAct(page, 'Make an offer');
    await page.getByRole('button', { name: /^5 createOffer/ }).click();
    await page.getByRole('button', { name: 'Start over, and run to here' }).click();
    await expect(page.getByRole('button', { name: 'Step 6, setLocalDescription' })).toBeVisible();
    await expect(ran.filter({ hasText: 'createOffer()' })).toHaveCount(1);
    await expect(ran.filter({ hasText: 'createAnswer()' })).toHaveCount(0);
    await expect(lab(page).getByRole('region', { name: 'The server' })).toContainText('knows of nobody yet');
    const closed = (await entriesOf(page)).filter(
      ({ what, name, body }) => what === 'state' && name === 'connection' && body === 'closed',
    );
    expect(closed.map(({ who }) => who).sort()).toEqual(['alice', 'bob']);
  });
});

test('the server’s lane is the room’s watch: nothing of it before step 8, and everything from then on', {
  tag: '@once',
}, async ({ page }) => {
  await start(page);
  await playActs(page, 3);
  await expect(sentence(page)).toHaveText(acts[3]!.tells);
  expect((await entriesOf(page)).filter(({ who }) => who === 'server')).toEqual([]);
  await expect(lab(page).getByRole('region', { name: 'The server' })).toContainText('knows of nobody yet');

  await page.getByRole('button', { name: acts[3]!.title, exact: true }).click();
  await expect(lab(page).getByRole('region', { name: 'The server' })).toContainText('offererUserNamealice');
  await expect(lab(page).getByRole('region', { name: 'The server' })).toContainText('answererUserName–');
  await expect(lab(page).getByRole('region', { name: 'Bob' })).toContainText('not here yet');
  await expect
    .poll(async () =>
      (await entriesOf(page)).filter(({ who }) => who === 'server').map(({ what, name }) => `${what} ${name}`),
    )
    .toEqual(expect.arrayContaining(['received join', 'received offer', 'held offer', 'received candidate']));
  await page.getByRole('button', { name: acts[4]!.title, exact: true }).click();
  await expect(lab(page).getByRole('region', { name: 'Bob' })).toContainText('seen by nobody else');
});

test('an act opens into its steps, and a step into its lines, its conditions and its reason', { tag: '@once' }, async ({
  page,
}) => {
  await start(page);
  await openAct(page, 'Make a connection');
  await expect(lab(page).getByRole('list', { name: 'Steps of act 2' }).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: /^4 addTrack/ }).click();
  await expect(lab(page).getByRole('region', { name: 'The lines of this step' })).toContainText(
    'call.peer.addTrack(track, call.stream)',
  );
  await expect(lab(page)).toContainText('Tracks that come later are not in it');
  await page.getByRole('button', { name: 'Run to here' }).click();
  await expect(page.getByRole('button', { name: 'Step 5, createOffer' })).toBeVisible();
  await expect(lab(page).locator('[data-is="now"]')).toContainText('addTrack');
});

test('step by step, what is asked and what comes by itself, each call carries its very line', async ({ page }) => {
  await start(page);
  await openAct(page, 'Get media');
  for (let step = 1; step <= 6; step++) await page.getByRole('button', { name: new RegExp(`^Step ${step}, `) }).click();
  await expect(page.getByRole('button', { name: 'Step 8, emit the offer' })).toBeVisible();
  await openAct(page, 'Make an offer');
  await expect(page.getByRole('button', { name: /^~7 candidates come in alice .*done/ })).toBeVisible();
  const calls = (await entriesOf(page)).filter(({ what }) => what === 'call');
  for (const { name, line } of calls) expect(line?.[0], name).toBe('src/labs/tasklist/tasklist.ts');
});

test('with no server to be reached, the room is in this page, and the lab says so', { tag: '@once' }, async ({
  page,
}) => {
  await page.route('**/healthz', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await start(page);
  await playActs(page);
  await expect(sentence(page)).toContainText('Connected');
  await expect(lab(page).getByRole('region', { name: 'The server' })).toContainText('A room in this page');
});

test('a server that is gone when it is wanted is said, and no rule, and when it is back the call is taken from the start', {
  tag: '@once',
}, async ({ page, context }) => {
  await start(page);
  await playActs(page, 3);
  await context.setOffline(true);
  await page.getByRole('button', { name: acts[3]!.title, exact: true }).click();
  await expect(sentence(page)).toHaveText(
    /^Step 8, emit the offer went wrong. Error: No signaling server answers here.$/,
  );
  const trouble = lab(page).getByRole('region', { name: 'Trouble' });
  await expect(trouble).toContainText('The server cannot be reached. Start it,');
  await expect(trouble).not.toContainText('The rule');
  await context.setOffline(false);
  await trouble.getByRole('button', { name: 'Start over', exact: true }).click();
  await playActs(page, 4);
  await expect(sentence(page)).toHaveText(acts[4]!.tells);
});

test('by keyboard alone', async ({ page }) => {
  await start(page);
  for (const { title } of acts) {
    const button = page.getByRole('button', { name: title, exact: true });
    await expect(button).toBeVisible();
    await button.focus();
    await page.keyboard.press('Enter');
  }
  await expect(sentence(page)).toContainText('Connected');
});
