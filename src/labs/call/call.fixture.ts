import { type Browser, expect, type Page } from '@playwright/test';

type Two = { alice: Page; bob: Page };

export const sentence = (page: Page) => page.getByRole('status', { name: 'Call' });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Keeps every connection of a page where a test can ask it for its statistics, and every screen that was shared. */
function keep() {
  const [kept, screens] = [new Set<RTCPeerConnection>(), [] as MediaStreamTrack[]];
  const { addTrack } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addTrack = function (...given) {
    kept.add(this);
    return addTrack.apply(this, given);
  };
  const share = navigator.mediaDevices.getDisplayMedia;
  navigator.mediaDevices.getDisplayMedia = async function (...given) {
    const stream = await share.apply(this, given);
    screens.push(...stream.getTracks());
    return stream;
  };
  Object.assign(window, { kept, screens });
}

/** Whether each screen that was shared is still looked at. */
export const screens = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { screens: MediaStreamTrack[] }).screens.map(({ readyState }) => readyState),
  );

/** The first words of what the other end calls the way to itself: an ICE restart gives it another name. */
export const way = (page: Page) =>
  page.evaluate(() => {
    const [peer] = [...(window as unknown as { kept: Set<RTCPeerConnection> }).kept].slice(-1);
    return /a=ice-ufrag:(.+)/.exec(peer!.currentRemoteDescription!.sdp)![1];
  });

export function holdDescriptions() {
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  const { setLocalDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.setLocalDescription = async function (description?: RTCLocalSessionDescriptionInit) {
    await promise;
    await Reflect.apply(setLocalDescription, this, [description]);
  };
  Object.assign(window, { letGo });
}

type Ways = { source: string; prepare(page: Page): Promise<void> };

async function enter(browser: Browser, baseURL: string, who: 'alice' | 'bob', room: string, { source, prepare }: Ways) {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.addInitScript(keep);
  await prepare(page);
  await page.goto(`/labs/call/?room=${room}&who=${who}`);
  await page.getByRole('radio', { name: source }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  return page;
}

const newRoom = () => `test-${Math.random().toString(36).slice(2)}`;

export async function meet(
  browser: Browser,
  baseURL: string,
  { source = 'Synthetic', prepare = async () => {}, other = browser }: Partial<Ways> & { other?: Browser } = {},
): Promise<Two> {
  const room = newRoom();
  const alice = await enter(browser, baseURL, 'alice', room, { source, prepare });
  await expect(sentence(alice)).toContainText('Nobody else is here yet');
  const bob = await enter(other, baseURL, 'bob', room, { source, prepare });
  await expect(sentence(bob)).toContainText('alice is here');
  return { alice, bob };
}

export async function talk(two: Two) {
  await press(two.alice, 'Call bob');
  await press(two.bob, 'Answer alice');
  await hearEachOther(two);
}

export async function hearEachOther(two: Two) {
  await expect(sentence(two.alice)).toContainText('You are talking to bob');
  await expect(sentence(two.bob)).toContainText('You are talking to alice');
  await Promise.all([frames(two.alice), frames(two.bob)]);
}

/** Goes on with the Tab key until this button has the focus, and presses it there. */
export async function pressByKeyboard(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  // In Firefox only the window in front hears keys.
  await page.bringToFront();
  const isThere = () => button.evaluate((button) => button === document.activeElement);
  for (let tabs = 0; tabs < 40 && !(await isThere()); tabs++) await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Resolves when so many more frames of the other one have been shown. */
export const frames = (page: Page, count = 3) =>
  page.locator('.call-lab figure:first-child video').evaluate(async (video: HTMLVideoElement, count) => {
    for (let frame = 0; frame < count; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    return [video.videoWidth, video.videoHeight];
  }, count);

/** What has come in so far. */
const received = (page: Page) =>
  page.evaluate(async () => {
    const [peer] = [...(window as unknown as { kept: Set<RTCPeerConnection> }).kept].slice(-1);
    const all = [...(await peer!.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
    const of = (kind: string) => all.find((stats) => stats.kind === kind) ?? {};
    const { totalAudioEnergy: energy, totalSamplesReceived: samples } = of('audio');
    return { frames: of('video').framesDecoded as number, energy: energy as number, samples: samples as number };
  });

/** Whether no new frame comes between two looks, the second of which is taken once the other way has moved on. */
export async function isStill(page: Page, meanwhile: () => Promise<unknown>) {
  const before = await received(page);
  await meanwhile();
  return (await received(page)).frames === before.frames;
}

/** Whether a second and more of sound comes in, and there is nothing in it: Chromium's microphone beeps once a second. */
export async function isSilent(page: Page) {
  const before = await received(page);
  await expect.poll(async () => (await received(page)).samples).toBeGreaterThan(before.samples + 60_000);
  return (await received(page)).energy === before.energy;
}

export const close = ({ alice, bob }: Two) => Promise.all([alice.context().close(), bob.context().close()]);
