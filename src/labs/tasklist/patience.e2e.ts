import { expect, type Page, test } from '@playwright/test';
import { isNumbered, type Step } from './step.ts';
import { steps } from './steps.ts';
import { entriesOf, lab, sentence, start } from './tasklist.fixture.ts';

const taken = steps.filter(({ byItself }) => !byItself);
const isPatient = ({ key }: Step) => !['16', '19', '21'].includes(key);

/** By picking the step in its act. */
async function runTo(page: Page, { key, name, who, act }: Step) {
  const row = lab(page).getByRole('button', { name: new RegExp(`^${isNumbered({ key }) ? key : '·'} ${name} ${who}`) });
  if (!(await row.isVisible())) await lab(page).locator(`.acts > [data-act="${act}"] .act`).click();
  await row.click();
  await page.getByRole('button', { name: 'Run to here' }).click();
  await expect(row).toContainText('✓');
}

const trouble = (page: Page) => lab(page).getByRole('region', { name: 'Trouble' });

test('where Firefox gives up, the lab warns before, says what happened, and runs again to here', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'firefox', 'Chromium waits here for longer than anybody would');
  await start(page);
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByText('An order of your own').click();
  // The candidates are handed over only when the answer has gone.
  for (const name of ['the candidates held so far of server', 'addIceCandidate of bob'])
    for (let place = 0; place < 4; place++) await page.getByRole('button', { name: `${name}: later` }).click();
  await page.getByRole('button', { name: 'Run this order' }).click();
  await expect(sentence(page)).toContainText('Connected');

  await lab(page)
    .getByRole('button', { name: /^15 createAnswer/ })
    .click();
  await page.getByRole('button', { name: 'Start over, and run to here' }).click();
  await expect(lab(page)).toContainText('Firefox gives up five seconds after step 16');
  await page.getByRole('button', { name: 'Step 16, setLocalDescription' }).click();
  await expect(sentence(page)).toContainText('The browser of Bob has given up this connection');
  await expect(trouble(page)).toContainText('no candidate of Alice');
  await trouble(page).getByRole('button', { name: 'Run again to here' }).click();
  await expect(page.getByRole('button', { name: 'Step 19, emit the answer' })).toBeVisible();
});

const waitMs = { chromium: 300_000, firefox: 6_000, webkit: 0 };

test('a call that was left alone in any of its gaps is finished all the same @long', async ({
  context,
  browserName,
}) => {
  // A page for each gap, and all of them wait at once. The waiting is what is tried.
  const gaps = taken.slice(0, -1).filter((step) => browserName === 'firefox' || isPatient(step));
  const pages: Page[] = [];
  for (const step of gaps) {
    const page = await context.newPage();
    await start(page);
    await runTo(page, step);
    pages.push(page);
  }
  await pages[0]!.waitForTimeout(waitMs[browserName]);
  for (const [gap, page] of pages.entries()) {
    await page.bringToFront();
    await runTo(page, taken.at(-1)!);
    await expect(sentence(page), `after ${gaps[gap]!.name}`).toContainText('Connected');
    await page.close();
  }
});

test('where Chromium gives up, between 16 and 22, the lab warns before, says what happened, and runs again to here @long', async ({
  context,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox is patient here');
  const gaps = taken.filter((step) => !isPatient(step));
  const pages: Page[] = [];
  for (const step of gaps) {
    const page = await context.newPage();
    await start(page);
    await runTo(page, step);
    await expect(lab(page)).toContainText('Chromium gives up some 220 seconds after step 16');
    pages.push(page);
  }
  for (const page of pages) {
    await page.bringToFront();
    await expect(sentence(page)).toContainText('The browser of Bob has given up', { timeout: 300_000 });
    await expect(trouble(page)).toContainText('has not set his answer');
    const states = (await entriesOf(page)).filter(({ who, what }) => who === 'bob' && what === 'state');
    expect(states.findLast(({ name }) => name === 'connection')?.body).toBe('failed');
    expect(states.findLast(({ name }) => name.startsWith('ice'))?.body).toBe('connected');
    await trouble(page).getByRole('button', { name: 'Run again to here' }).click();
    await expect(trouble(page)).toHaveCount(0);
    await runTo(page, taken.at(-1)!);
    await expect(sentence(page)).toContainText('Connected');
  }
});
