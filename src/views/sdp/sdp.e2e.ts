import { expect, type Page, test } from '@playwright/test';
import { openStage, recorded } from '../open-stage.fixture.ts';

const entries = recorded('hello-chromium.jsonl');
const show = (page: Page, moment: number) => page.evaluate((moment) => pictureStage.show('sdp', moment), moment);
const lines = (page: Page) => page.locator('[data-line]');

test('every line of a description opens to what it says; offer and answer are held against one another', async ({
  page,
}) => {
  await openStage(page, entries);
  await show(page, 0);
  await expect(page.getByText('No description yet.')).toBeVisible();

  await show(page, entries.length);
  await page.getByRole('combobox', { name: 'Description' }).selectOption('1 · alice’s offer');
  const text = await page.evaluate((moment) => pictureStage.text('sdp', moment), entries.length);
  const offer = text.slice(1, text.indexOf('2 · bob’s answer'));
  expect(await lines(page).locator('button > code').allTextContents()).toEqual(offer);
  await page.getByRole('button', { name: 'a=setup:actpass' }).first().click();
  await expect(page.locator('.explanation')).toContainText('Either side may begin the DTLS handshake');
  await expect(page.getByRole('link', { name: 'RFC 5763, section 5' })).toBeVisible();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lines(page).nth(1).locator('.explanation')).toContainText('the number grows');
  await page.keyboard.press('Escape');
  await expect(page.locator('.explanation')).toHaveCount(0);

  await page.getByRole('radio', { name: 'Offer and answer' }).check({ force: true });
  const compared = page.getByRole('region', { name: 'Offer and answer, section by section' });
  await expect(compared.getByRole('article')).toHaveCount(3);
  await expect(compared).toContainText('Taken: data channels go both ways.');
  const audio = compared.getByRole('article').first();
  await expect(audio.getByRole('columnheader')).toHaveText(['Offer', 'Answer', /survived$/, /survived$/]);
  await expect(audio.getByRole('row', { name: 'a=setup:actpass' }).getByRole('cell').last()).toContainText(
    'a=setup:active',
  );
});
