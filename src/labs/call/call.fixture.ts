import { type Browser, expect, type Page } from '@playwright/test';

type Two = { alice: Page; bob: Page };

export const sentence = (page: Page) => page.getByRole('status', { name: 'Call' });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Keeps every connection of a page where a test can ask it for its statistics. */
function keepPeers() {
  const kept = new Set<RTCPeerConnection>();
  const { addTrack } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addTrack = function (...given) {
    kept.add(this);
    return addTrack.apply(this, given);
  };
  Object.assign(window, { kept });
}

export function holdDescriptions() {
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  const { setLocalDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.setLocalDescription = async function (description?: RTCLocalSessionDescriptionInit) {
    await promise;
    await Reflect.apply(setLocalDescription, this, [description]);
  };
  Object.assign(window, { letGo });
}

async function enter(browser: Browser, baseURL: string, who: 'alice' | 'bob', room: string, source: string) {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.addInitScript(keepPeers);
  await page.goto(`/labs/call/?room=${room}&who=${who}`);
  await page.getByRole('radio', { name: source }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  return page;
}

const newRoom = () => `test-${Math.random().toString(36).slice(2)}`;

export async function meet(
  browser: Browser,
  baseURL: string,
  { source = 'Synthetic', other = browser } = {},
): Promise<Two> {
  const room = newRoom();
  const alice = await enter(browser, baseURL, 'alice', room, source);
  await expect(sentence(alice)).toContainText('Nobody else is here yet');
  const bob = await enter(other, baseURL, 'bob', room, source);
  await expect(sentence(bob)).toContainText('alice is here');
  return { alice, bob };
}

export async function talk(two: Two) {
  await press(two.alice, 'Call bob');
  await press(two.bob, 'Answer alice');
  await expect(sentence(two.alice)).toContainText('You are talking to bob');
  await expect(sentence(two.bob)).toContainText('You are talking to alice');
  await frames(two.alice);
  await frames(two.bob);
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
    return { frames: of('video').framesDecoded as number, energy: of('audio').totalAudioEnergy as number };
  });

/** Whether anything comes in between two looks, the second of which is taken once the other way has moved on. */
export async function still(page: Page, what: 'frames' | 'energy', meanwhile: () => Promise<unknown>) {
  const before = await received(page);
  await meanwhile();
  return (await received(page))[what] === before[what];
}

export const close = ({ alice, bob }: Two) => Promise.all([alice.context().close(), bob.context().close()]);
