import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../../../tests/axe.ts';
import type { LabHost } from '../lab-host.ts';

const look = (page: Page) => page.getByRole('status', { name: 'What to look for' });
const pageOf = (page: Page, name: 'Alice' | 'Bob') => page.getByRole('region', { name: `${name}’s page` });
const large = (page: Page, name: 'Alice' | 'Bob') => pageOf(page, name).locator('video').first();
const width = (page: Page, name: 'Alice' | 'Bob') =>
  large(page, name).evaluate((video: HTMLVideoElement) => video.videoWidth);

async function start(page: Page) {
  await page.goto('/labs/only-myself/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(look(page)).toContainText('each sees the other');
}

/** Brings a fault about, until its sign stands in the trace. */
async function provoke(page: Page, title: string) {
  const [key] = await page.getByRole('combobox', { name: 'What is wrong' }).selectOption(title);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(look(page)).toHaveAttribute('data-fault', key!);
  await expect(look(page)).toContainText('It is in the trace.');
}

/** What of Alice’s connection stands in the trace since the last call was begun. */
const stateOf = (page: Page, name: string) =>
  page.evaluate((name) => {
    const { entries } = document.querySelector<LabHost>('lab-host')!.lab!.trace;
    return entries.findLast((entry) => entry.who === 'alice' && entry.what === 'state' && entry.name === name)?.body;
  }, name);

test('without a fault they see each other', async ({ page, browserName }) => {
  await start(page);
  for (const name of ['Alice', 'Bob'] as const) await expect.poll(() => width(page, name)).toBe(320);
  if (browserName === 'chromium') {
    await provoke(page, 'Bob adds no tracks');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await axeFinds(page, (axe) => axe.include('lab-host').disableRules('heading-order'));
      expect(found, colorScheme).toEqual([]);
    }
  }
});

test('where no camera opens nothing is called well', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('Said no.', 'NotAllowedError'));
  });
  await page.goto('/labs/only-myself/');
  await page.getByRole('radio', { name: 'Camera' }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(look(page)).toContainText('and yet something went wrong');
  for (const name of ['Alice', 'Bob'] as const) await expect(pageOf(page, name)).toContainText('NotAllowedError');
});

test('each cause leaves Alice with her own picture, and its sign in the trace', async ({ page, browserName }) => {
  await start(page);

  await test.step('an offer that is sent while nobody is there is lost, where the server keeps nothing', async () => {
    await provoke(page, 'Bob opens his page after Alice has called');
    expect(await stateOf(page, 'signaling')).toBe('have-local-offer');
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('when both call, each refuses the other’s answer', async () => {
    await provoke(page, 'Both of them call');
    // In stable, or while the other's offer is still open: that depends on who was quicker.
    for (const name of ['Alice', 'Bob'] as const) {
      await expect(pageOf(page, name)).toContainText(
        browserName === 'firefox' ? /Cannot set remote .*state (stable|have-remote-offer)/ : 'Called in wrong state',
      );
    }
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('a camera that does not open ends Bob’s program, and nobody answers', async () => {
    await provoke(page, 'Bob’s camera does not open');
    await expect(pageOf(page, 'Bob')).toContainText('OverconstrainedError');
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('an answer that is never set leaves Alice in have-local-offer', async () => {
    await provoke(page, 'Alice does not hear the answer');
    expect(await stateOf(page, 'signaling')).toBe('have-local-offer');
    await expect(pageOf(page, 'Alice')).toContainText(
      browserName === 'firefox' ? 'No remoteDescription' : 'The remote description was null',
    );
  });

  await test.step('without candidates both agree, and no way is found', async () => {
    await provoke(page, 'Nobody tells candidates');
    expect(await stateOf(page, 'signaling')).toBe('stable');
    expect(await stateOf(page, 'connection')).not.toBe('connected');
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('where no way is allowed, both agree all the same', async () => {
    await provoke(page, 'There is no way between the two');
    expect(await stateOf(page, 'signaling')).toBe('stable');
    expect(await stateOf(page, 'connection')).not.toBe('connected');
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('whoever adds no tracks answers recvonly, sees the other, and is not seen', async () => {
    await provoke(page, 'Bob adds no tracks');
    await expect.poll(() => width(page, 'Bob')).toBe(320);
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('whoever listens too late has a whole trace and an empty picture', async () => {
    await provoke(page, 'Alice listens for tracks too late');
    await expect.poll(() => width(page, 'Bob')).toBe(320);
    expect(await width(page, 'Alice')).toBe(0);
  });

  await test.step('whoever shows the wrong stream has a whole trace and sees themselves twice', async () => {
    await provoke(page, 'Alice’s page shows the wrong stream');
    const [theirs, mine] = await pageOf(page, 'Alice')
      .locator('video')
      .evaluateAll((videos) => (videos as HTMLVideoElement[]).map(({ srcObject }) => (srcObject as MediaStream).id));
    expect(theirs).toBe(mine);
  });

  await test.step('a fault that nobody named is found by guessing, and every guess is answered', async () => {
    await page.getByRole('button', { name: 'Surprise me' }).click();
    await expect(look(page)).toContainText('Something is wrong.');
    const choice = page.getByRole('combobox', { name: 'What is wrong' });
    for (const title of (await choice.getByRole('option').allTextContents()).slice(1)) {
      await choice.selectOption(title);
      await page.getByRole('button', { name: 'It is this' }).click();
      await expect(look(page)).toContainText(/^(Yes|No|The trace fits)\./);
      if (/^Yes\./.test((await look(page).textContent())!)) return;
    }
    throw new Error('No guess was right.');
  });
});
