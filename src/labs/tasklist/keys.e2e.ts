import { expect, test } from '@playwright/test';
import { acts } from './acts.ts';
import { lab, sentence, start } from './tasklist.fixture.ts';

test('keys take acts, look back and start over, and whatever they do stands under Keys', { tag: '@once' }, async ({
  page,
}) => {
  await start(page);
  await lab(page).getByRole('button', { name: acts[0]!.title, exact: true }).focus();
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
});
