import { expect, type Page, test } from '@playwright/test';
import type { LabHost } from './lab-host.ts';

const small = { silent: true, width: 320, height: 240, kbitPerSecond: 150 };

/** Keeps a profile as a class would, and every connection where a test can ask it. */
function prepare(profile: object) {
  localStorage.setItem('trickle:profile', JSON.stringify(profile));
  const { addTrack } = RTCPeerConnection.prototype;
  const kept = new Set<RTCPeerConnection>();
  RTCPeerConnection.prototype.addTrack = function (...given) {
    kept.add(this);
    return addTrack.apply(this, given);
  };
  Object.assign(window, { kept });
}

const start = async (page: Page, lab: string, source: 'Camera' | 'Synthetic') => {
  await page.goto(`/labs/${lab}/`);
  await page.getByRole('radio', { name: source }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.locator('lab-host')).toContainText(
    'The class’s profile is on: no sound is played, cameras at 320×240, 150 kbit/s for a picture.',
  );
};

/** What each side of a call sends at most of its picture. */
const mostOf = (page: Page) =>
  page.evaluate(() =>
    [...(window as unknown as { kept: Set<RTCPeerConnection> }).kept].flatMap((peer) =>
      peer
        .getSenders()
        .filter(({ track }) => track?.kind === 'video')
        .map((sender) => sender.getParameters().encodings[0]?.maxBitrate),
    ),
  );

test('a class can be small and silent, by calls that are recorded and light no line', async ({ page, browserName }) => {
  await page.addInitScript(prepare, small);
  await start(page, 'hello', 'Synthetic');
  await expect.poll(() => mostOf(page)).toEqual([150_000, 150_000]);
  const bounds = await page.evaluate(() =>
    [...(document.querySelector('lab-host') as LabHost).lab!.trace.entries]
      .filter(({ what, name }) => what === 'call' && name === 'setParameters')
      .map(({ who, line }) => [who, line]),
  );
  expect(bounds.toSorted()).toEqual([
    ['alice', undefined],
    ['bob', undefined],
  ]);

  await test.step('and large again, while it runs', async () => {
    await page.evaluate(() => {
      localStorage.removeItem('trickle:profile');
      dispatchEvent(new StorageEvent('storage', { key: 'trickle:profile' }));
    });
    await expect.poll(() => mostOf(page)).toEqual([undefined, undefined]);
    await expect(page.locator('lab-host')).not.toContainText('profile');
  });

  // The camera that Firefox pretends to have knows one size.
  for (const source of browserName === 'chromium' ? (['Camera', 'Synthetic'] as const) : (['Synthetic'] as const))
    await test.step(`${source}: where a lab asks for no size, it is that of the profile`, async () => {
      await start(page, 'playground', source);
      await page.getByRole('button', { name: /^Share camera/ }).click();
      await page.getByRole('button', { name: /^Show my picture can/ }).click();
      const you = page.getByLabel('You', { exact: true });
      await expect(you).toHaveJSProperty('videoWidth', 320);
      await expect(you).toHaveJSProperty('videoHeight', 240);
      await you.evaluate((video: HTMLVideoElement) => void (video.muted = false));
      await expect(you).toHaveJSProperty('muted', true);
    });
});
