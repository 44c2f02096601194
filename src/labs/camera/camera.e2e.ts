import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { entries, frames, press, sentence, sources, start } from './camera.fixture.ts';

const allowed = (page: Page) => page.getByText('permissions.query says');
const gave = (page: Page) => page.getByRole('region', { name: 'What the browser gave' });

for (const source of sources) {
  test(`whoever presses Start sees themselves, the second time as well: ${source}`, async ({ page }) => {
    await start(page, source);
    for (const time of ['first', 'second']) {
      await expect(sentence(page)).toContainText('Live');
      expect(await frames(page), time).toEqual([640, 480]);
      await expect(gave(page)).toContainText('video');
      await expect(gave(page)).toContainText('audio');
      await expect(gave(page)).toContainText('width640');
      await expect(page.locator('lab-host video')).toHaveJSProperty('muted', true);
      // The tests' browsers ask nobody, and go on saying that they would.
      const says = 'permissions.query says: camera prompt, microphone prompt';
      await expect(allowed(page)).toHaveText(source === 'Camera' ? [says] : []);
      const calls = (await entries(page)).filter(({ what, name }) => what === 'call' && name === 'getUserMedia');
      expect(calls, time).toHaveLength(1);
      if (time === 'second') continue;
      await press(page, 'Stop');
      await press(page, 'Start');
    }
  });
}

test('stopping the tracks takes the picture away; then only what is ticked is asked for', async ({ page }) => {
  await start(page, 'Synthetic');
  await press(page, 'Stop the tracks');
  await expect(sentence(page)).toContainText('every track has ended');
  await expect(page.getByText('No picture.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Picture' }).uncheck();
  await press(page, 'Ask again');
  await expect(page.getByText('Sound only')).toBeVisible();
  const asked = (await entries(page)).findLast(({ what, name }) => what === 'call' && name === 'getUserMedia');
  expect(asked?.body).toEqual([{ video: false, audio: true }]);
});

/** The tracks that came, for whoever wants to know what becomes of them. */
const tracks = (page: Page) =>
  page.locator('lab-host video').evaluateHandle((video: HTMLVideoElement) => {
    const stream = video.srcObject as MediaStream;
    const [sound, picture] = [stream.getAudioTracks()[0]!, stream.getVideoTracks()[0]!];
    return { sound, picture, states: () => [sound.readyState, picture.readyState] };
  });

test('taking the stream off the video leaves the camera on, stopping its tracks ends it', async ({ page }) => {
  await start(page, 'Camera');
  await expect(sentence(page)).toContainText('Live');
  const states = await page.locator('lab-host video').evaluate((video: HTMLVideoElement) => {
    const [track] = (video.srcObject as MediaStream).getVideoTracks();
    video.srcObject = null;
    const hidden = track!.readyState;
    track!.stop();
    return [hidden, track!.readyState];
  });
  expect(states).toEqual(['live', 'ended']);
});

test('stop ends one track and leaves the other running', async ({ page }) => {
  await start(page, 'Camera');
  await expect(sentence(page)).toContainText('Live');
  const both = await tracks(page);
  await both.evaluate(({ sound }) => sound.stop());
  expect(await both.evaluate(({ states }) => states())).toEqual(['ended', 'live']);
  await frames(page);
  await press(page, 'Stop the tracks');
  expect(await both.evaluate(({ states }) => states())).toEqual(['ended', 'ended']);
});

test.describe('a permission that is taken back', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Firefox lets no program take a permission back.');

  test.afterEach(({ context }) => context.clearPermissions());

  async function takeBack(page: Page, device: 'camera' | 'microphone') {
    const { targetInfo } = await (await page.context().newCDPSession(page)).send('Target.getTargetInfo');
    const browser = await page.context().browser()!.newBrowserCDPSession();
    await browser.send('Browser.setPermission', {
      permission: { name: device },
      setting: 'denied',
      origin: new URL(page.url()).origin,
      browserContextId: targetInfo.browserContextId!,
    });
  }

  test('ends whatever came with the same question, and the lab says so', async ({ page }) => {
    await start(page, 'Camera');
    await expect(sentence(page)).toContainText('Live');
    const both = await tracks(page);
    await takeBack(page, 'camera');
    await expect(sentence(page)).toContainText('Every track has ended by itself');
    expect(await both.evaluate(({ states }) => states())).toEqual(['ended', 'ended']);
    await expect(page.getByText('No picture.')).toBeVisible();
    await expect(allowed(page)).toContainText('camera denied, microphone prompt');
  });

  /** Chromium 156 ends at once what one question gave. With two questions each device ends for itself, as in Firefox. */
  function askForEachByItself() {
    const { getUserMedia } = MediaDevices.prototype;
    MediaDevices.prototype.getUserMedia = async function ({ audio, video } = {}) {
      const streams = [await getUserMedia.call(this, { audio }), await getUserMedia.call(this, { video })];
      return new MediaStream(streams.flatMap((stream) => stream.getTracks()));
    };
  }

  for (const [lost, left, states] of [
    ['camera', 'microphone', ['live', 'ended']],
    ['microphone', 'camera', ['ended', 'live']],
  ] as const) {
    test(`ends the ${lost} and leaves the ${left} running`, async ({ page }) => {
      await page.addInitScript(askForEachByItself);
      await start(page, 'Camera');
      await expect(sentence(page)).toContainText('Live');
      const both = await tracks(page);
      await takeBack(page, lost);
      await expect(sentence(page)).toContainText(`Live, but the ${lost} went away by itself`);
      expect(await both.evaluate(({ states }) => states())).toEqual(states);
      await expect(gave(page).locator('dl .ended')).toHaveCount(1);
      if (lost === 'camera') {
        await expect(page.getByText('Sound only')).toBeVisible();
        await press(page, 'Stop the tracks');
        await expect(sentence(page)).toContainText('Stopped');
      } else {
        await frames(page);
        await takeBack(page, left);
        await expect(sentence(page)).toContainText('Every track has ended by itself');
      }
      expect(await both.evaluate(({ states }) => states())).toEqual(['ended', 'ended']);
    });
  }
});

const file = 'src/labs/camera/camera.ts';
const source = readFileSync(file, 'utf8').split('\n');
const lineOf = (text: string) => 1 + source.findIndex((line) => line.includes(text));

test('every recorded call carries the very line that made it, and lights it', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  const marked = page.locator('[data-lit]');
  const now = page.locator('[data-lit="now"]');
  await expect(now).toContainText('getSettings');
  await expect(marked.filter({ hasText: 'getUserMedia' })).toHaveAttribute('data-lit', 'ran');
  const caption = page.locator(`figure[data-file="${file}"] figcaption`);
  await expect(caption).toContainText(`ran so far: ${lineOf('getUserMedia(')}, ${lineOf('getSettings(')}`);

  await press(page, 'Stop the tracks');
  await expect(now).toContainText('track.stop()');
  const calls = (await entries(page)).filter(({ what }) => what === 'call');
  expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['getUserMedia', 'getSettings', 'stop']));
  for (const { name, line } of calls) {
    expect(line![0]).toBe(file);
    expect(source[line![1] - 1]).toContain(`.${name}(`);
  }

  await press(page, 'Stop');
  await press(page, 'Start');
  await expect(caption, 'forgotten at the next start').toContainText(/ran so far: \d+(, \d+)?$/);
});
