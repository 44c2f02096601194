import { expect, test } from '@playwright/test';
import { axeFinds } from '../../../tests/axe.ts';

test('an error is provoked by a link, its line is lit, and its cause is one press away', async ({
  page,
  browserName,
}) => {
  await page.goto('/labs/errors/?error=answer-too-early');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const said = page.getByRole('status', { name: 'What the browser said' });
  await expect(said.locator('samp')).toContainText(
    browserName === 'firefox' ? 'Cannot create answer in stable' : 'PeerConnection cannot create an answer',
  );
  // Lit it was, even if the lab's own close() came so soon that it is the newest no more.
  await expect(page.locator('[data-lit]').filter({ hasText: 'await bob.createAnswer();' })).toHaveCount(1);
  await page.getByText('The lines that provoke it').click();
  await expect(page.locator('.lines pre')).toHaveText('await bob.createAnswer();');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('createAnswer');
  if (browserName === 'chromium') expect(await axeFinds(page, (axe) => axe.include('lab-host'))).toEqual([]);

  // What is taken without a word is told as well.
  await page.getByRole('combobox', { name: 'Error' }).selectOption('Replace by ended');
  await page.getByRole('button', { name: 'Provoke it' }).click();
  await expect(said).toContainText('This browser took it, and said nothing.');
  await said.getByRole('link', { name: 'Cause and remedy' }).click();
  await expect(page.getByRole('article', { name: 'Replace by ended' })).toBeInViewport();
});
