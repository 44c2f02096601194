import { expect, type Page, test } from '@playwright/test';
import { entriesOf, lab, playActs, sentence, start } from './tasklist.fixture.ts';

const trouble = (page: Page) => lab(page).getByRole('region', { name: 'Trouble' });

test('where Firefox gives up, the lab warns before, says what happened, and runs again to here @long', async ({
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
  // Mostly it gives up after five seconds, and now and then it never does: then there is a next time.
  const hasGivenUp = () =>
    expect(sentence(page))
      .toContainText('The browser of Bob has given up this connection', { timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
  do {
    await page.getByRole('button', { name: 'Start over, and run to here' }).click();
    await expect(lab(page)).toContainText('Firefox mostly gives up five seconds after step 16');
    await page.getByRole('button', { name: 'Step 16, setLocalDescription' }).click();
  } while (!(await hasGivenUp()));
  await expect(trouble(page)).toContainText('no candidate of Alice');
  await trouble(page).getByRole('button', { name: 'Run again to here' }).click();
  await expect(page.getByRole('button', { name: 'Step 19, emit the answer' })).toBeVisible();
});

test('where Chromium gives up, between 16 and 22, the lab warns before, says what happened, and runs again to here @long', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox is patient here');
  await start(page);
  await playActs(page, 6);
  await expect(lab(page)).toContainText('Chromium gives up some 220 seconds after step 16');
  await expect(sentence(page)).toContainText('The browser of Bob has given up', { timeout: 300_000 });
  await expect(trouble(page)).toContainText('has not set his answer');
  const states = (await entriesOf(page)).filter(({ who, what }) => who === 'bob' && what === 'state');
  expect(states.findLast(({ name }) => name === 'connection')?.body).toBe('failed');
  expect(states.findLast(({ name }) => name.startsWith('ice'))?.body).toBe('connected');
  await trouble(page).getByRole('button', { name: 'Run again to here' }).click();
  await playActs(page, 7, 6);
  await expect(sentence(page)).toContainText('Connected');
});
