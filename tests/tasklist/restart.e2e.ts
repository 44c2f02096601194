import { expect, test } from '@playwright/test';
import { lab, openAct, sentence } from '../../src/labs/tasklist/tasklist.fixture.ts';
import { ownHouse } from '../../src/watch/house.fixture.ts';

test('the server dies between 8 and 19, again and again, and is back: the call goes on', async ({ page }) => {
  const house = await ownHouse();
  await page.goto(`${house.url}/labs/tasklist/`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await openAct(page, 'Get media');
  const trouble = lab(page).getByRole('region', { name: 'Trouble' });
  const server = lab(page).getByRole('region', { name: 'The server' });

  /** Dies in front of this step, and is missed; what needs no server goes on without it. */
  async function diesBefore(step: string, meanwhile: readonly string[] = []) {
    await expect(page.getByRole('button', { name: step })).toBeVisible();
    await house.kill();
    await expect(trouble).toContainText('The line to the server is lost');
    for (const step of meanwhile) await page.getByRole('button', { name: step }).click();
    await house.startAgain();
    await expect(trouble).toHaveCount(0);
  }
  const press = async (...names: string[]) => {
    for (const name of names) await page.getByRole('button', { name }).click();
  };

  await press('Step 1, ', 'Step 2, ', 'Step 3, ', 'Step 4, ', 'Step 5, ', 'Step 6, ', 'Step 8, ');
  await diesBefore('Step 10, ');
  await press('Step 10, ', 'Step 11, ', 'Step 12, ');
  await diesBefore('Step 13, ', ['Step 13, ', 'Step 14, ', 'Step 17, ']);
  await press('the candidates held so far', 'addIceCandidate', 'Step 15, ');
  await diesBefore('Step 16, ', ['Step 16, ', 'Step 19, ']);
  await press('Step 21, ', 'Step 22, ');
  await expect(sentence(page)).toContainText('Connected');
  await expect(server).toContainText('answererUserNamebob');
  await house.close();
});
