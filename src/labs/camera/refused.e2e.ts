import { expect, type Page, test } from '@playwright/test';
import { withWindow } from '../../../tests/with-window.ts';
import { entries, press, type Source, sentence, sources, start } from './camera.fixture.ts';

const refusal = (page: Page) => page.getByRole('region', { name: 'Refusal' });

async function startAndOpen(page: Page, source: Source) {
  await start(page, source);
  await page.getByText('Be refused on purpose', { exact: true }).click();
}

for (const source of sources) {
  test(`asking for nothing, and for a camera that is not there, is refused by name: ${source}`, async ({ page }) => {
    await startAndOpen(page, source);
    await press(page, 'Ask for nothing');
    await expect(refusal(page)).toContainText('TypeError');
    await expect(refusal(page)).toContainText('Ask for audio, for video, or for both.');
    await press(page, 'Demand a camera that is not there');
    await expect(refusal(page)).toContainText('OverconstrainedError');
    await expect(refusal(page)).toContainText('of deviceId');
  });
}

test('demanding too much is an OverconstrainedError that names the constraint', async ({ page }) => {
  await startAndOpen(page, 'Camera');
  await press(page, 'Demand too much');
  await expect(refusal(page)).toContainText('OverconstrainedError');
  await expect(refusal(page)).toContainText('of width');
  const thrown = (await entries(page)).find(({ what }) => what === 'throw');
  expect(thrown).toMatchObject({ name: 'getUserMedia', body: { name: 'OverconstrainedError', constraint: 'width' } });
  await press(page, 'Ask again');
  await expect(sentence(page)).toContainText('Live');
});

test('a frame that may not use the camera is refused without anybody being asked', async ({ page }) => {
  await startAndOpen(page, 'Camera');
  await press(page, 'Ask from a forbidden frame');
  await expect(refusal(page)).toContainText('NotAllowedError');
  await expect(refusal(page)).toContainText('permissions policy');
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a person who said no is told what that means and how to change their mind', async ({
  playwright,
  browserName,
  launchOptions,
  channel,
  baseURL,
}) => {
  const browser = await playwright[browserName].launch({
    ...launchOptions,
    channel,
    ...(browserName === 'chromium' && withWindow),
    args: launchOptions.args?.filter((flag) => !flag.startsWith('--use-fake-ui')),
    firefoxUserPrefs: {
      ...launchOptions.firefoxUserPrefs,
      'media.navigator.permission.disabled': false,
      'permissions.default.camera': 2,
      'permissions.default.microphone': 2,
    },
  });
  try {
    const page = await browser.newPage({ baseURL });
    await start(page, 'Camera');
    await expect(refusal(page)).toContainText('NotAllowedError');
    await expect(refusal(page)).toContainText('site settings');
    await expect(page.getByText('permissions.query says')).toContainText('camera denied, microphone denied');
    if (browserName === 'firefox') return;
    await page.context().grantPermissions(['camera']);
    await expect(page.getByText('permissions.query says')).toContainText('camera granted, microphone denied');
  } finally {
    await browser.close();
  }
});
