import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });

const vote = (page: Page, option: string) => bar(page).getByRole('radio', { name: option, exact: true });

/** An instructor, a learner with a phone, and one with a laptop, all at the list of 23 steps. */
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
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
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
  const ada = await (await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })).newPage();
  const bob = await (await browser.newContext({ baseURL })).newPage();
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
    // The notice has made the bar higher, and it lies on nothing.
    const inside = bob.getByRole('button', { name: 'Look inside' });
    await inside.scrollIntoViewIfNeeded();
    await expect.poll(() => inside.evaluate(isOnTop)).toBe(true);
    await inside.click();
    const moment = bob.getByRole('slider', { name: 'Moment' });
    await moment.press('ArrowLeft');
    await expect(bob.getByRole('status', { name: 'Call' })).toContainText('Looking back');
    await bob.getByRole('button', { name: 'Back to now' }).click();
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
  const stage = await grace.context().newPage();
  await test.step('a question of the lesson is asked; what is chosen can be changed, and only the instructor sees it', async () => {
    await stage.goto((await grace.getByRole('link', { name: 'projector' }).getAttribute('href'))!);
    await grace.getByText('A question of a lesson').press('Enter');
    await grace
      .getByRole('button', { name: /^Ask this: / })
      .first()
      .press('Enter');
    const bars = grace.getByRole('region', { name: 'Vote' }).getByRole('listitem');
    const right = await bars.filter({ hasText: '✓ Right' }).locator('.option').textContent();
    const wrong = await bars.filter({ hasNotText: '✓ Right' }).first().locator('.option').textContent();
    const question = await grace.getByRole('region', { name: 'Vote' }).locator('.question').textContent();
    for (const page of [ada, bob]) {
      await vote(page, wrong!).focus();
      await page.keyboard.press('Space');
    }
    await expect(grace.getByText('2 have answered. Only you see this.')).toBeVisible();
    // Of a class that answers all at once nothing is announced.
    await expect(grace.getByRole('region', { name: 'Vote' }).getByRole('status')).toHaveText('Only you see this.');
    // By pointer the vote folds to a line at once, and is opened again to change one's mind; by keyboard, when one goes on.
    await vote(bob, right!).check();
    await expect(vote(bob, right!)).toHaveCount(0);
    await expect(bar(bob).getByText('You can change it until it is closed.')).toBeVisible();
    await expect(vote(ada, wrong!)).toBeFocused();
    await ada.keyboard.press('Tab');
    await expect(vote(ada, wrong!)).toHaveCount(0);
    await expect(bars.filter({ hasText: right! })).toContainText('1 · 50 %');
    await expect(stage.getByRole('heading', { name: question! })).toBeVisible();
    await expect(stage.getByRole('region', { name: 'Vote' })).not.toContainText('%');
    await ada.reload();
    await bar(ada).getByText('You can change it until it is closed.').click();
    await expect(vote(ada, wrong!)).toBeChecked();
    await expect(bar(ada)).not.toContainText('%');
    await grace.getByRole('button', { name: 'Close the vote' }).press('Enter');
    await expect(vote(ada, right!)).toBeDisabled();
    await grace.getByRole('button', { name: 'Show the answers' }).press('Enter');
    const shown = bar(bob).getByRole('listitem').filter({ hasText: right! });
    await expect(shown).toContainText('✓ Right · Your choice');
    await expect(bar(ada).getByRole('listitem').filter({ hasText: wrong! })).toContainText('Your choice');
    await expect(stage.getByRole('listitem').filter({ hasText: right! })).toContainText('1 · 50 %');
    await bar(ada).getByRole('button', { name: 'Put it away' }).click();
    await expect(bar(ada)).not.toContainText('%');
    await grace.getByRole('button', { name: 'Put it away' }).press('Enter');
    await expect(bar(bob)).not.toContainText('%');
  });

  await test.step('one of the instructor’s own is nothing but text, however long', async () => {
    const options = [1, 2, 3, 4].map((nth) => `${nth}<b>${'wide'.repeat(48)}`);
    await grace.getByText('A question of your own').press('Enter');
    await grace.getByLabel('Question', { exact: true }).fill('<img src=x> Is it <i>so</i>?');
    await grace.getByLabel('Options, each on a line of its own').fill(options.join('\n'));
    await grace.getByRole('button', { name: 'Ask the class' }).press('Enter');
    for (const page of [ada, bob]) await expect(bar(page)).toContainText('<img src=x> Is it <i>so</i>?');
    await expect(stage.getByRole('region', { name: 'Vote' }).getByRole('listitem')).toHaveText(options);
    // However much there is to read, half of a phone is the page's.
    expect(await bar(ada).evaluate((bar) => bar.clientHeight / innerHeight)).toBeLessThanOrEqual(0.5);
    await vote(ada, options[3]!).press('Space');
    await expect(grace.getByText('One has answered.')).toBeVisible();
    const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    for (const page of [ada, stage, grace]) expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await axeFinds(ada, (axe) => axe.include('.workshop-bar'))).toEqual([]);
    await grace.getByRole('button', { name: 'Show the answers' }).press('Enter');
    await expect(bar(ada).getByRole('listitem').last()).toContainText('1 · 100 %');
    for (const [page, part] of [
      [ada, '.workshop-bar'],
      [stage, 'main'],
      [grace, '.votes'],
    ] as const)
      expect(await axeFinds(page, (axe) => axe.include(part))).toEqual([]);
  });

  await test.step('what is predicted in the lesson itself is in the report', async () => {
    const predicted = bob
      .getByRole('group', { name: /^Before you look/ })
      .first()
      .getByRole('radio')
      .first();
    await predicted.check();
    await expect
      .poll(async () => {
        const [saved] = await Promise.all([
          grace.waitForEvent('download'),
          grace.getByRole('button', { name: 'as JSON' }).click(),
        ]);
        return readFileSync(await saved.path(), 'utf8');
      })
      .toContain('/lessons/connecting/tasklist/#predict-');
  });
  await Promise.all([ada, bob].map((page) => page.context().close()));
});

/** What is seen in the middle of an element is that element. */
function isOnTop(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === element;
}
