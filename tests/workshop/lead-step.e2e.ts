import { expect, type Page, test } from '@playwright/test';
import type { LabHost } from '../../src/labs/lab-host.ts';
import { axeFinds } from '../axe.ts';
import { bar, join } from './class.ts';
import { workshopClient } from './client.ts';

const taken = (page: Page) =>
  page.evaluate(() =>
    (document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? []).flatMap(({ what, body }) =>
      what === 'step' && (body as { is: string }).is === 'done' ? [(body as { step: string }).step] : [],
    ),
  );

test('led to a step, a learner sees it in the lab, and nothing runs before they press', async ({ page, baseURL }) => {
  const port = Number(new URL(baseURL!).port);
  const visitor = workshopClient(port, { as: 'visitor' });
  const { code, key } = (await visitor.ask('open', { title: 'A class' })).value! as { code: string; key: string };
  const grace = workshopClient(port, { as: 'instructor', code, key, console: 'console-of-grace', name: 'Grace' });
  const { invitation } = await grace.entered();
  let mails = 0;
  const commands = (command: object) => grace.outcome('commanded', { mail: `mail-${(mails += 1)}`, command });
  await commands({ what: 'drive' });
  const notice = page.getByRole('region', { name: 'The class' });
  const go = notice.getByRole('button', { name: 'Go there' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await join(page, `#${code}.${invitation}`, 'Ada');

  await test.step('at the door of the lab, wherever that is on its page', async () => {
    await commands({ what: 'lead', page: '/lessons/connecting/tasklist/', step: 6 });
    await expect(page).toHaveURL(/\/lessons\/connecting\/tasklist\/#the-steps$/);
    await expect(page.getByText('The class is at step 6 of this lab.')).toBeInViewport();
    await expect(bar(page)).toContainText('The class is here, step 6');
    await expect(page.locator('lab-host')).toHaveAttribute('data-state', 'idle');
  });

  await test.step('in the lab: the step is opened and said, and not taken', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(notice).toContainText('The class is at Step 6, setLocalDescription. Yours is before its first step.');
    const row = page.locator('[data-led="true"]');
    await expect(row.getByRole('button', { name: 'setLocalDescription' })).toHaveAttribute('aria-expanded', 'true');
    expect(await taken(page)).toEqual([]);
    expect(await axeFinds(page, (axe) => axe.include('.tasklist-lab'))).toEqual([]);
    await notice.getByRole('button', { name: 'Show the step' }).press('Enter');
    await expect(row.getByRole('button', { name: 'setLocalDescription' })).toBeFocused();
  });

  await test.step('one press runs this lab to that step, and the console sees it there', async () => {
    await go.press('Enter');
    await expect(notice).toContainText('So is yours.');
    await expect(go).toHaveCount(0);
    expect((await taken(page)).slice(0, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
    await grace.told<{ cards?: { place: { step?: number } | null }[] }>(
      'changed',
      ({ cards }) => !!cards?.some(({ place }) => place?.step === 6 || place?.step === 7),
    );
  });

  await test.step('on the same page the lab goes on, and what lies behind is not run again', async () => {
    await commands({ what: 'lead', page: '/lessons/connecting/tasklist/', step: 4 });
    await expect(notice).toContainText('Step 4, ');
    await expect(notice).toContainText('Yours has been there, and is at Step 6, setLocalDescription.');
    await commands({ what: 'lead', page: '/lessons/connecting/tasklist/', step: 9 });
    await expect(notice).toContainText('Yours is at Step 6, setLocalDescription.');
    await commands({ what: 'freeze', on: true });
    await expect(page.locator('lab-host')).toHaveAttribute('data-paused');
    await go.press('Enter');
    expect(await taken(page)).not.toContain('8');
    await commands({ what: 'freeze', on: false });
    await expect(page.locator('lab-host')).not.toHaveAttribute('data-paused');
    await go.press('Enter');
    await expect(notice).toContainText('So is yours.');
    await expect.poll(() => taken(page)).toContain('8');
  });

  await test.step('who goes their own way is told nothing', async () => {
    await bar(page).getByRole('checkbox', { name: 'Follow' }).uncheck();
    await expect(notice).toHaveCount(0);
  });
  for (const { socket } of [visitor, grace]) socket.close();
});
