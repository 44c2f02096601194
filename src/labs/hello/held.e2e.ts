import { expect, type Locator, type Page, test } from '@playwright/test';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const pile = (page: Page, name: 'Alice to Bob' | 'Bob to Alice') => page.getByRole('list', { name });

const pass = (pile: Locator, text: string) =>
  pile.getByRole('listitem').filter({ hasText: text }).first().getByRole('button', { name: 'Pass on' }).click();

/** All candidates of a pile, once there is nothing more to come. */
async function passCandidates(pile: Locator) {
  await expect(pile.getByText('no more candidates').first()).toBeVisible();
  const rows = pile.getByRole('listitem').filter({ hasText: 'candidate' });
  for (let left = await rows.count(); left > 0; left--) {
    await rows.first().getByRole('button', { name: 'Pass on' }).click();
    await expect(rows).toHaveCount(left - 1);
  }
}

test.beforeEach(async ({ page }) => {
  await page.goto('/labs/hello/?held');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(pile(page, 'Alice to Bob')).toContainText('offer');
});

test('nothing moves unless it is passed on: Bob answers when he has the offer, and they connect when he is told a way', async ({
  page,
}) => {
  await expect(call(page)).toContainText('Nothing moves unless you pass it on');
  await expect(pile(page, 'Bob to Alice').getByRole('listitem')).toHaveCount(0);
  await pass(pile(page, 'Alice to Bob'), 'offer');
  await pass(pile(page, 'Bob to Alice'), 'answer');
  await passCandidates(pile(page, 'Bob to Alice'));
  await expect(call(page)).toContainText('Connected, directly');

  const lines = (await page.locator('[data-row]').first().elementHandle())!;
  const scroller = await lines.evaluateHandle((row) => row.closest('.scroll')!);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  const complaints = await scroller.evaluate((gone) => {
    const heard: string[] = [];
    addEventListener('error', ({ message }) => heard.push(message));
    gone.dispatchEvent(new Event('scroll'));
    return heard;
  });
  expect(complaints, 'a scroll that was on its way when the lab stopped').toEqual([]);
});

test('with Alice’s candidates alone they connect: she learns his address when he knocks', async ({ page }) => {
  await pass(pile(page, 'Alice to Bob'), 'offer');
  await pass(pile(page, 'Bob to Alice'), 'answer');
  await passCandidates(pile(page, 'Alice to Bob'));
  await expect(call(page)).toContainText('Connected, directly');
  await expect(pile(page, 'Bob to Alice')).toContainText('candidate');
});

test('a candidate that is passed on before the offer is refused: InvalidStateError', async ({ page }) => {
  await pass(pile(page, 'Alice to Bob'), 'candidate, host');
  await expect(call(page)).toContainText('It broke off. InvalidStateError');
});
