import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import { withWindow } from '../../../tests/with-window.ts';
import type { LabHost } from '../lab-host.ts';

const status = (page: Page) => page.getByRole('status', { name: 'Tracks' });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const lamp = (page: Page, thing: string) => page.getByRole('region', { name: `The ${thing}` }).locator('.lamp');
const says = (page: Page, name: string, what: string) =>
  card(page, name).locator('dl > div').filter({ hasText: what }).locator('dd');
const press = (page: Page, name: string, button: string) =>
  card(page, name).getByRole('button', { name: button, exact: true }).click();
const entries = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

type Source = 'Synthetic' | 'Camera';

async function start(page: Page, source: Source) {
  await page.goto('/labs/tracks/');
  await page.getByRole('radio', { name: source }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(status(page)).toContainText('Two tracks');
}

/** Whether there is anything but black in what a card shows. */
const isBlack = (video: Locator) =>
  video.evaluate((video: HTMLVideoElement) => {
    const pen = new OffscreenCanvas(16, 16).getContext('2d')!;
    pen.drawImage(video, 0, 0, 16, 16);
    return pen.getImageData(0, 0, 16, 16).data.every((value, index) => index % 4 === 3 || value < 20);
  });

for (const source of ['Synthetic', 'Camera'] as const) {
  test(`what is done to one track: ${source}`, async ({ page }) => {
    await start(page, source);

    await test.step('a disabled track gives black frames, goes on living, and leaves its clones alone', async () => {
      const video = card(page, 'video1').locator('video');
      await expect.poll(() => isBlack(video)).toBe(false);
      await press(page, 'video1', 'Clone');
      await press(page, 'video1', 'Disable');
      await expect.poll(() => isBlack(video)).toBe(true);
      await expect(says(page, 'video1', 'enabled')).toHaveText('false');
      await expect(says(page, 'video1', 'muted')).toHaveText('false');
      await expect(says(page, 'video1', 'readyState')).toHaveText('live');
      await expect(says(page, 'video2', 'enabled')).toHaveText('true');
      await expect.poll(() => isBlack(card(page, 'video2').locator('video'))).toBe(false);
    });

    await test.step('a device is held until the last of its tracks has been stopped, clones and disabled ones included', async () => {
      await expect(lamp(page, 'camera')).toContainText('held by 2 live tracks');
      // A clone begins as its original stands: disabled.
      await press(page, 'video1', 'Clone');
      await expect(says(page, 'video3', 'enabled')).toHaveText('false');
      await press(page, 'video2', 'Stop');
      await expect(lamp(page, 'camera')).toContainText('held by 2 live tracks, all disabled');
      await press(page, 'video1', 'Stop');
      await expect(says(page, 'video1', 'readyState')).toHaveText('ended');
      await expect(says(page, 'video3', 'readyState')).toHaveText('live');
      await expect(lamp(page, 'camera')).toContainText('held by 1 live track, and it is disabled');
      await press(page, 'video3', 'Stop');
      await expect(lamp(page, 'camera')).toContainText('let go');
      await expect(lamp(page, 'microphone')).toContainText('held by 1 live track');
    });

    await test.step('what is cloned from a track that has ended has ended as well', async () => {
      await press(page, 'video1', 'Clone');
      await expect(says(page, 'video4', 'readyState')).toHaveText('ended');
      await expect(card(page, 'video1').getByRole('button', { name: 'Clone' })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    });

    await test.step('neither your own stop() nor your own switch fires an event', async () => {
      await page.getByRole('button', { name: 'Start over' }).click();
      // By then an event would long have come: these are new tracks, asked for after the old ones had ended.
      await expect(card(page, 'video5')).toBeVisible();
      const told = await entries(page);
      const calls = told.filter(({ what }) => what === 'call');
      expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['getUserMedia', 'clone', 'enabled', 'stop']));
      expect(told.filter(({ what }) => what === 'event')).toEqual([]);
      for (const { line, name } of calls) {
        expect(readFileSync(line![0], 'utf8').split('\n')[line![1] - 1]).toContain(`.${name}`);
      }
    });
  });
}

test('a track whose device is unplugged fires ended, and so do its clones', async ({ page }) => {
  await start(page, 'Synthetic');
  await press(page, 'video1', 'Clone');
  await press(page, 'video1', 'Unplug the camera');
  for (const name of ['video1', 'video2']) {
    await expect(says(page, name, 'fired')).toHaveText('ended');
    await expect(says(page, name, 'readyState')).toHaveText('ended');
  }
  await expect(says(page, 'audio1', 'readyState')).toHaveText('live');
  const ended = (await entries(page)).filter(({ what, name }) => what === 'event' && name === 'ended');
  expect(ended.map(({ on }) => on).toSorted()).toEqual(['video1', 'video2']);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(says(page, 'video3', 'readyState')).toHaveText('live');
});

test('a permission that is taken back ends every track of a real device, and says so', async ({
  playwright,
  browserName,
  launchOptions,
  baseURL,
}) => {
  test.skip(browserName !== 'chromium', 'Nobody but a person can take a permission back in Firefox.');
  const args = launchOptions.args?.filter((flag) => !flag.startsWith('--use-fake-ui'));
  const browser = await playwright.chromium.launch({ ...launchOptions, ...withWindow, args });
  try {
    const context = await browser.newContext({ baseURL, permissions: ['camera', 'microphone'] });
    const page = await context.newPage();
    await start(page, 'Camera');
    await context.clearPermissions();
    for (const name of ['video1', 'audio1']) await expect(says(page, name, 'fired')).toHaveText('ended');
    await expect(lamp(page, 'camera')).toContainText('let go');
  } finally {
    await browser.close();
  }
});

test('what has sound may not play where nobody has clicked, and muted it may', async ({ page, browserName }) => {
  await start(page, 'Synthetic');
  await page.getByRole('button', { name: 'Play with sound where nobody has clicked' }).click();
  await expect(status(page)).toContainText(
    browserName === 'chromium'
      ? "NotAllowedError: play() failed because the user didn't interact with the document first."
      : // Whoever has clicked anywhere on a page has clicked on its frames as well, says Firefox.
        'This browser let it play, with its sound.',
  );
  if (browserName === 'chromium') await expect(status(page)).toContainText('Muted, it plays.');
  await press(page, 'audio1', 'Stop');
  await page.getByRole('button', { name: 'Play with sound where nobody has clicked' }).click();
  await expect(status(page)).toContainText('There is no sound to play');
});

test('before the first click play() with sound is a NotAllowedError', { tag: '@once' }, async ({ page }) => {
  // A script of the page's own: what a driver evaluates counts as a click.
  await page.addInitScript(() => {
    const sound = new MediaStreamAudioDestinationNode(new AudioContext()).stream;
    const video = Object.assign(document.createElement('video'), { srcObject: sound });
    const said = video.play().catch((error: Error) => `${error.name}: ${error.message}`);
    Object.assign(window, { said });
  });
  await page.goto('/labs/tracks/');
  const said = await page.evaluate(() => (window as unknown as { said: Promise<string> }).said);
  // How Firefox says it stands in the table of errors, and that is held against Firefox.
  expect(said).toContain("NotAllowedError: play() failed because the user didn't interact with the document first.");
});

test('a track from the other side is muted when it is taken away, and ends when its place is closed', async ({
  page,
}) => {
  await page.goto('/labs/tracks/');
  const fired = await page.evaluate(async () => {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.onicecandidate = ({ candidate }) => bob.addIceCandidate(candidate!);
    bob.onicecandidate = ({ candidate }) => alice.addIceCandidate(candidate!);
    const agree = async () => {
      await alice.setLocalDescription();
      await bob.setRemoteDescription(alice.localDescription!);
      await bob.setLocalDescription();
      await alice.setRemoteDescription(bob.localDescription!);
    };
    const fired: string[] = [];
    const [camera] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks();
    const sender = alice.addTrack(camera!);
    const listened = new Promise<Record<'unmute' | 'mute' | 'ended', Promise<void>>>((listen) => {
      bob.ontrack = ({ track }) => {
        fired.push(`${track.muted ? 'muted' : 'unmuted'}, ${track.readyState}`);
        const fires = (name: string) =>
          new Promise<void>((done) => {
            track.addEventListener(name, () => fired.push(`${name}, ${track.readyState}`) && done());
          });
        listen({ unmute: fires('unmute'), mute: fires('mute'), ended: fires('ended') });
      };
    });
    await agree();
    const { unmute, mute, ended } = await listened;
    await unmute;
    camera!.stop();
    alice.removeTrack(sender);
    await agree();
    await mute;
    alice.getTransceivers()[0]!.stop();
    await agree();
    await ended;
    for (const peer of [alice, bob]) peer.close();
    return fired;
  });
  expect(fired).toEqual(['muted, live', 'unmute, live', 'mute, live', 'ended, ended']);
});
