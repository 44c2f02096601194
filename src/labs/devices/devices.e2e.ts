import { expect, type Page, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import { withWindow } from '../../../tests/with-window.ts';
import type { LabHost } from '../lab-host.ts';

const sentence = (page: Page) => page.getByRole('status', { name: 'Devices' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const listed = (page: Page) => page.getByRole('region', { name: 'What the browser lists' });
const bobs = (page: Page) => page.getByLabel('What Bob sees');
const inUse = (page: Page, name: string) => page.getByRole('button', { name: `Use ${name}`, exact: true });

async function start(page: Page, source: 'Synthetic' | 'My devices') {
  await page.goto('/labs/devices/');
  await page.getByRole('radio', { name: source }).check({ force: true });
  await press(page, 'Start');
  await expect(sentence(page)).toContainText('Listed');
}

async function ask(page: Page) {
  await press(page, 'Ask for camera and microphone');
  await expect(sentence(page)).toContainText('Granted');
}

const frames = (page: Page) =>
  bobs(page).evaluate(async (video: HTMLVideoElement) => {
    for (let frame = 0; frame < 3; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
  });

const entries = (page: Page) =>
  page.evaluate(() => [...document.querySelector<LabHost>('lab-host')!.lab!.trace.entries]) as Promise<Entry[]>;

test('a list that was made before anybody agreed has no names', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(listed(page).getByText('no name')).toHaveCount(2);
  await ask(page);
  await expect(listed(page).getByText('no name')).toHaveCount(0);
  await expect(listed(page)).toContainText('Second synthetic camera');
});

test('a camera is changed in mid-call with no new offer, and the old one stops only when the new one is sent', async ({
  page,
}) => {
  await start(page, 'Synthetic');
  await ask(page);
  await frames(page);
  await inUse(page, 'Second synthetic camera').click();
  await expect(sentence(page)).toContainText('Switched: Bob gets Second synthetic camera');
  await expect(inUse(page, 'Second synthetic camera')).toHaveAttribute('aria-pressed', 'true');
  await frames(page);
  const happened = await entries(page);
  const calls = happened.filter(({ what }) => what === 'call').map(({ name }) => name);
  expect(calls.filter((name) => name === 'setLocalDescription')).toHaveLength(2);
  expect(happened.filter(({ what, name }) => what === 'event' && name === 'track')).toHaveLength(2);
  const order = happened
    .filter(({ what, name }) => (what === 'return' && name === 'replaceTrack') || (what === 'call' && name === 'stop'))
    .map(({ name }) => name);
  expect(order).toEqual(['replaceTrack', 'stop']);
  const [state, muted] = await bobs(page).evaluate((video: HTMLVideoElement) => {
    const [track] = (video.srcObject as MediaStream).getVideoTracks();
    return [track!.readyState, track!.muted] as const;
  });
  expect([state, muted]).toEqual(['live', false]);

  await inUse(page, 'Second synthetic microphone').click();
  await expect(sentence(page)).toContainText('Switched: Bob gets Second synthetic microphone');
});

test('whoever said no can be asked again', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    const { getUserMedia } = MediaDevices.prototype;
    MediaDevices.prototype.getUserMedia = () => {
      MediaDevices.prototype.getUserMedia = getUserMedia;
      return Promise.reject(new DOMException('Said no.', 'NotAllowedError'));
    };
  });
  await start(page, 'My devices');
  await press(page, 'Ask for camera and microphone');
  await expect(sentence(page)).toContainText('NotAllowedError');
  await ask(page);
});

test('how long Bob waited is counted over the change itself', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    const { replaceTrack } = RTCRtpSender.prototype;
    RTCRtpSender.prototype.replaceTrack = async function (track) {
      const from = performance.now();
      await replaceTrack.call(this, null);
      for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
      await replaceTrack.call(this, track);
      Object.assign(window, { gap: performance.now() - from });
    };
  });
  await start(page, 'Synthetic');
  await ask(page);
  await frames(page);
  await inUse(page, 'Second synthetic camera').click();
  await expect(sentence(page)).toContainText('Switched');
  await frames(page);
  const gap = await page.evaluate(() => (window as unknown as { gap: number }).gap);
  const told = await page.getByText('his longest wait for a picture').textContent();
  // The last picture of the old camera was still on its way when it was taken out.
  expect(Number(/(\d+) ms/.exec(told!)![1])).toBeGreaterThan(gap / 2);
});

test('a camera that is plugged in comes with devicechange, and one that is pulled out ends its track', async ({
  page,
}) => {
  await start(page, 'Synthetic');
  await ask(page);
  await press(page, 'Plug in a USB camera');
  await expect(listed(page)).toContainText('has come once');
  await inUse(page, 'Synthetic USB camera').click();
  await expect(sentence(page)).toContainText('Switched');
  await press(page, 'Pull out the USB camera');
  await expect(sentence(page)).toContainText('Synthetic USB camera is gone. Synthetic camera has taken its place.');
  await expect(listed(page)).toContainText('has come 2 times');
  await expect(inUse(page, 'Synthetic USB camera')).toHaveCount(0);
  await frames(page);
});

test('the id of a device that is gone is an OverconstrainedError when demanded, and no trouble when wished for', async ({
  page,
}) => {
  for (const source of ['Synthetic', 'My devices'] as const) {
    await start(page, source);
    await page.getByText('The camera of last time', { exact: true }).click();
    await press(page, 'Demand it');
    await expect(sentence(page)).toContainText('OverconstrainedError');
    await expect(sentence(page)).toContainText('of deviceId');
    await press(page, 'Demand it, or else any');
    await expect(sentence(page)).toContainText('That camera is gone, so it became');
  }
});

test('speakers are listed by Chromium with permission, and by Firefox only when somebody picked one', async ({
  page,
  browserName,
}) => {
  await start(page, 'My devices');
  await ask(page);
  const speakers = page.getByRole('region', { name: 'Speakers' });
  if (browserName === 'chromium') {
    await expect(speakers).toContainText('setSinkId: here. selectAudioOutput: missing.');
    await speakers.getByRole('combobox').selectOption('Fake Audio Output 2');
    await expect(speakers.getByRole('status')).toContainText('leaves through Fake Audio Output 2');
    expect(await bobs(page).evaluate((video: HTMLVideoElement) => video.sinkId)).not.toBe('');
  } else {
    await expect(speakers).toContainText('setSinkId: here. selectAudioOutput: here.');
    await expect(speakers.getByRole('combobox')).toHaveCount(0);
    // Here is no sound card, so there is nothing to pick.
    await speakers.getByRole('button', { name: 'Ask for a speaker' }).click();
    await expect(speakers.getByRole('status')).toContainText('NotFoundError');
  }
});

test('a real list has no names before permission, and names every device after it', async ({
  playwright,
  browserName,
  launchOptions,
  baseURL,
  page: listing,
}) => {
  if (browserName === 'firefox') {
    await start(listing, 'My devices');
    await expect(listed(listing).getByText('no name')).toHaveCount(2);
    await ask(listing);
    await expect(listed(listing).getByText('no name')).toHaveCount(0);
    return;
  }
  const args = launchOptions.args!.filter((flag) => !flag.startsWith('--use-fake'));
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ...withWindow,
    args: [...args, '--use-fake-device-for-media-stream=device-count=2'],
  });
  try {
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await start(page, 'My devices');
    await expect(listed(page).getByText('no name')).toHaveCount(3);
    await context.grantPermissions(['camera', 'microphone']);
    await ask(page);
    await expect(listed(page).getByText('no name')).toHaveCount(0);
    await inUse(page, 'fake_device_1').click();
    // Its pictures are of a format that Chromium sends nobody: that frames go on is shown with synthetic cameras.
    await expect(sentence(page)).toContainText('Switched: Bob gets fake_device_1');
  } finally {
    await browser.close();
  }
});
