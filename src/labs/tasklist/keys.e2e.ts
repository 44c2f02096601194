import { expect, test } from '@playwright/test';
import { acts } from './acts.ts';
import { lab, openAct, sentence, start } from './tasklist.fixture.ts';

test('keys take acts, look back and start over, and whatever they do stands under Keys', { tag: '@once' }, async ({
  page,
}) => {
  await start(page);
  // As it is right after Start: the focus is on Stop.
  await page.keyboard.press('n');
  await expect(sentence(page)).toHaveText(acts[1]!.tells);
  await page.keyboard.press('b');
  await expect(sentence(page)).toContainText('Looking back: ');
  await page.keyboard.press('f');
  await expect(sentence(page)).toHaveText(acts[1]!.tells);
  await page.keyboard.press('b');
  await page.keyboard.press('b');
  await page.keyboard.press('l');
  await expect(sentence(page)).toHaveText(acts[1]!.tells);

  await lab(page).getByRole('button', { name: 'Keys', exact: true }).press('Enter');
  const help = lab(page).getByRole('region', { name: 'Keys' });
  await expect(help.locator('dt')).toHaveText(['n', 'p', 'b', 'f', 'l', 'o']);
  await help.getByRole('combobox', { name: 'Run to' }).selectOption('Step 6, setLocalDescription');
  await help.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect(sentence(page)).toHaveText(acts[3]!.tells);
  await page.keyboard.press('o');
  await expect(sentence(page)).toHaveText(acts[0]!.tells);

  const next = lab(page).locator('.next');
  await test.step('a strong button that goes leaves the focus to the one that takes its place', async () => {
    await openAct(page, 'Get media');
    await next.press('Enter');
    await expect(next).toHaveText(/^Step 2, /);
    await page.keyboard.press('b');
    await expect(next).toHaveText('Back to now');
    await expect(next).toBeFocused();
    await next.press('Enter');
    await expect(next).toHaveText(/^Step 2, /);
    await expect(next).toBeFocused();
  });

  await test.step('nothing is heard while somebody searches', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('o');
    await page.keyboard.press('Escape');
    await expect(next).toHaveText(/^Step 2, /);
  });
});
