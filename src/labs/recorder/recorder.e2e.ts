import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

const status = (page: Page) => page.getByRole('status', { name: 'Recorder' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const chunks = (page: Page) => page.getByRole('region', { name: 'Chunks' }).getByRole('listitem');
const state = (page: Page) => page.locator('lab-host figcaption b');
const choose = (page: Page, label: string, value: string) => page.getByLabel(label).selectOption(value);

async function start(page: Page, source: 'Synthetic' | 'Camera') {
  await page.goto('/labs/recorder/');
  await page.getByRole('radio', { name: source }).check({ force: true });
  await press(page, 'Start');
  await expect(status(page)).toContainText('Ready.');
}

for (const source of ['Synthetic', 'Camera'] as const) {
  test(`a recording, from its first chunk to its length: ${source}`, async ({ page, browserName }) => {
    await start(page, source);
    await choose(page, 'A chunk', '250');
    // Without a sound card Firefox's synthetic microphone never yields a sample, and a recorder waits for all its tracks.
    if (browserName === 'firefox' && source === 'Synthetic') await page.getByLabel('With sound').uncheck();

    await test.step('chunks come while it records, and none while it pauses', async () => {
      await press(page, 'Record');
      await expect(state(page)).toHaveText('recording');
      await expect(chunks(page).nth(1)).toBeVisible();
      await press(page, 'Pause');
      await expect(state(page)).toHaveText('paused');
      await press(page, 'Go on');
      await expect(state(page)).toHaveText('recording');
      const before = await chunks(page).count();
      await expect(chunks(page).nth(before + 2)).toBeVisible();
      await press(page, 'Stop recording');
      await expect(status(page)).toContainText('Stopped:');
      await expect(state(page)).toHaveText('inactive');
    });

    await test.step('a chunk says what it is', async () => {
      await expect(chunks(page).last()).toContainText('video/webm;codecs=vp8');
    });

    await test.step('Chromium cannot tell how long its own recording is, until it has been sent to the end', async () => {
      if (browserName === 'chromium') await expect(status(page)).toContainText('its length is Infinity');
      else await expect(status(page)).toContainText(/its length is \d+\.\d s/);
      // Left alone for a moment, Chromium has read a short one to its end: it is asked as soon as it knows anything.
      await page.locator('lab-host').evaluate(async (lab) => {
        const player = lab.querySelector<HTMLVideoElement>('video[src^="blob:"]')!;
        const loaded = new Promise((known) => player.addEventListener('loadedmetadata', known, { once: true }));
        player.load();
        await loaded;
        [...lab.querySelectorAll('button')].find(({ textContent }) => textContent === 'Find its length')!.click();
      });
      await expect(status(page)).toContainText(/has found it: \d+\.\d s/);
    });

    await test.step('without its first chunk a recording is no file', async () => {
      await press(page, 'Play it without its first chunk');
      await expect(status(page)).toContainText('Without its first chunk nobody knows what it is.');
    });

    await test.step('it can be taken home', async () => {
      const link = page.getByRole('link', { name: 'Download' });
      await expect(link).toHaveAttribute('download', 'recording.webm');
      // Whoever drives Firefox is told of no download.
      if (browserName === 'firefox') return;
      const download = page.waitForEvent('download');
      await link.click();
      const file = await (await download).path();
      // Four bytes by which every WebM file begins.
      expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    });
  });
}

test('what a recorder refuses, and what ends it', async ({ page, browserName }) => {
  await start(page, 'Camera');

  await test.step('of the types, those are marked that this browser cannot write', async () => {
    const type = (name: string) => page.getByLabel('Write').getByRole('option', { name });
    await expect(type('webm;codecs=vp8')).not.toContainText('not here');
    const vp9 = expect(type('webm;codecs=vp9'));
    await (browserName === 'chromium' ? vp9.not : vp9).toContainText('not here');
  });

  await test.step('a type that this browser cannot write is refused when the recorder is made', async () => {
    await choose(page, 'Write', 'video/mp4;codecs=avc1.42E01E,mp4a.40.2');
    await press(page, 'Record');
    await expect(status(page)).toContainText(
      browserName === 'chromium'
        ? "NotSupportedError: Failed to construct 'MediaRecorder'"
        : 'NotSupportedError: MediaRecorder constructor: video/mp4',
    );
  });

  await test.step('without a slice there is one chunk, at the end', async () => {
    await choose(page, 'Write', 'video/webm;codecs=vp8,opus');
    await choose(page, 'A chunk', '');
    await press(page, 'Record');
    // A second recorder of the same stream says when something must have been recorded by the first.
    await page
      .locator('lab-host video')
      .first()
      .evaluate(async (video: HTMLVideoElement) => {
        const witness = new MediaRecorder(video.srcObject as MediaStream);
        let seen = 0;
        const enough = new Promise<void>((done) => {
          witness.ondataavailable = ({ data }) => (seen += data.size) > 5000 && done();
        });
        witness.start(100);
        await enough;
        witness.stop();
      });
    await expect(chunks(page)).toHaveCount(0);
    await press(page, 'Stop recording');
    await expect(status(page)).toContainText('Stopped: 1 chunk, ');
    await expect(chunks(page)).toHaveCount(1);
  });

  await test.step('a track that goes in the middle ends the recording, with an error', async () => {
    await choose(page, 'A chunk', '250');
    await press(page, 'Record');
    await expect(chunks(page).first()).toBeVisible();
    await press(page, 'Take the sound away');
    await expect(status(page)).toContainText('InvalidModificationError');
    await expect(state(page)).toHaveText('inactive');
  });

  if (browserName !== 'chromium') return;
  await test.step('an MP4 of Chromium’s tells its length', async () => {
    await choose(page, 'Write', 'video/mp4;codecs=vp9,opus');
    await press(page, 'Record');
    await expect(chunks(page).nth(1)).toBeVisible();
    await press(page, 'Stop recording');
    await expect(status(page)).toContainText(/The player says its length is \d+\.\d s/);
  });
});
