import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import type { LabHost } from '../lab-host.ts';

const labPage = '/labs/camera/';
const sentence = (page: Page) => page.getByRole('status', { name: 'Camera' });
const entries = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

type Source = 'Synthetic' | 'Camera';
const choose = (page: Page, source: Source) => page.getByRole('radio', { name: source }).check({ force: true });

async function start(page: Page, source: Source) {
  await page.goto(labPage);
  await choose(page, source);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

const frames = (page: Page) =>
  page.locator('lab-host video').evaluate(async (video: HTMLVideoElement) => {
    for (let frame = 0; frame < 3; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    return [video.videoWidth, video.videoHeight];
  });

for (const source of ['Synthetic', 'Camera'] as const) {
  test(`whoever presses Start sees themselves: ${source}`, async ({ page }) => {
    await start(page, source);
    await expect(sentence(page)).toContainText('Live');
    expect(await frames(page)).toEqual([640, 480]);
    const gave = page.getByRole('region', { name: 'What the browser gave' });
    await expect(gave).toContainText('video');
    await expect(gave).toContainText('audio');
    await expect(gave).toContainText('width640');
    await expect(page.locator('lab-host video')).toHaveJSProperty('muted', true);
  });
}

test('only what is ticked is asked for', async ({ page }) => {
  await start(page, 'Synthetic');
  await page.getByRole('button', { name: 'Stop the tracks' }).click();
  await page.getByRole('checkbox', { name: 'Picture' }).uncheck();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByText('Sound only')).toBeVisible();
  const asked = (await entries(page)).findLast(({ what, name }) => what === 'call' && name === 'getUserMedia');
  expect(asked?.body).toEqual([{ video: false, audio: true }]);
});

const refusal = (page: Page) => page.getByRole('region', { name: 'Refusal' });

async function refuse(page: Page, button: string) {
  await page.getByText('Be refused on purpose', { exact: true }).click();
  await page.getByRole('button', { name: button }).click();
}

for (const source of ['Synthetic', 'Camera'] as const) {
  test(`asking for nothing is a TypeError: ${source}`, async ({ page }) => {
    await start(page, source);
    await refuse(page, 'Ask for nothing');
    await expect(refusal(page)).toContainText('TypeError');
    await expect(refusal(page)).toContainText('Ask for audio, for video, or for both.');
  });

  test(`a camera that is not there cannot be demanded: ${source}`, async ({ page }) => {
    await start(page, source);
    await refuse(page, 'Demand a camera that is not there');
    await expect(refusal(page)).toContainText('OverconstrainedError');
    await expect(refusal(page)).toContainText('of deviceId');
  });
}

test('demanding too much is an OverconstrainedError that names the constraint', async ({ page }) => {
  await start(page, 'Camera');
  await refuse(page, 'Demand too much');
  await expect(refusal(page)).toContainText('OverconstrainedError');
  await expect(refusal(page)).toContainText('of width');
  const thrown = (await entries(page)).find(({ what }) => what === 'throw');
  expect(thrown).toMatchObject({ name: 'getUserMedia', body: { name: 'OverconstrainedError', constraint: 'width' } });
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(sentence(page)).toContainText('Live');
});

test('a frame that may not use the camera is refused without anybody being asked', async ({ page }) => {
  await start(page, 'Camera');
  await refuse(page, 'Ask from a forbidden frame');
  await expect(refusal(page)).toContainText('NotAllowedError');
  await expect(refusal(page)).toContainText('permissions policy');
  await expect(page.locator('iframe')).toHaveCount(0);
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

test('stopping the tracks takes the picture away and says that the camera is off', async ({ page }) => {
  await start(page, 'Camera');
  await page.getByRole('button', { name: 'Stop the tracks' }).click();
  await expect(sentence(page)).toContainText('every track has ended');
  await expect(page.getByText('No picture.')).toBeVisible();
});

test('every recorded call carries the very line that made it', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  await page.getByRole('button', { name: 'Stop the tracks' }).click();
  const calls = (await entries(page)).filter(({ what }) => what === 'call');
  expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['getUserMedia', 'getSettings', 'stop']));
  for (const { name, line } of calls) {
    const [file, number] = line!;
    expect(file).toBe('src/labs/camera/camera.ts');
    expect(readFileSync(file, 'utf8').split('\n')[number - 1]).toContain(`.${name}(`);
  }
});

test('the lines that ran are lit one after another, and stay marked', async ({ page }) => {
  await start(page, 'Synthetic');
  const marked = page.locator('[data-lit]');
  await expect(marked.filter({ hasText: 'getUserMedia' })).toHaveCount(1);
  await expect(page.locator('[data-lit="now"]')).toContainText('getSettings');
  await expect(marked.filter({ hasText: 'getUserMedia' })).toHaveAttribute('data-lit', 'ran');
  await page.getByRole('button', { name: 'Stop the tracks' }).click();
  await expect(page.locator('[data-lit="now"]')).toContainText('track.stop()');
});

test('which lines ran can be read where they are quoted', async ({ page }) => {
  await start(page, 'Synthetic');
  const caption = page.locator('figure[data-file="src/labs/camera/camera.ts"] figcaption');
  const lineOf = (text: string) =>
    1 +
    readFileSync('src/labs/camera/camera.ts', 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text));
  await expect(caption).toContainText(`ran so far: ${lineOf('getUserMedia(')}, ${lineOf('getSettings(')}`);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(caption).toContainText(/ran so far: \d+$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a lab makes room once: whatever happens in it, nothing below it moves', async ({ page }) => {
    await start(page, 'Camera');
    const below = page.getByRole('heading', { name: 'The code that runs' });
    const top = () => below.evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
    await expect(sentence(page)).toContainText('Live');
    await page.evaluate(() => document.fonts.ready);
    const room = await top();
    await page.getByRole('button', { name: 'Stop the tracks' }).click();
    await expect(sentence(page)).toContainText('Stopped');
    expect(await top()).toBe(room);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(sentence(page)).toContainText('Live');
    expect(await top()).toBe(room);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    const again = page.getByRole('button', { name: 'Start', exact: true });
    await expect(again).toBeInViewport();
    expect(await top()).toBe(room);
    // With less to show than before, the second time.
    await choose(page, 'Synthetic');
    await again.click();
    await expect(sentence(page)).toContainText('Live');
    expect(await top()).toBe(room);
  });

  test('there is room for what the browser gives before anybody has answered it', async ({ page }) => {
    await page.addInitScript(() => {
      const { getUserMedia } = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = async function (asked) {
        await new Promise((answer) => Object.assign(window, { answer }));
        return getUserMedia.call(this, asked);
      };
    });
    await start(page, 'Camera');
    await expect(sentence(page)).toContainText('Asked');
    const below = page.getByRole('heading', { name: 'The code that runs' });
    const top = () => below.evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
    const room = await top();
    await page.evaluate(() => (window as unknown as { answer(): void }).answer());
    await expect(sentence(page)).toContainText('Live');
    expect(await top()).toBe(room);
  });
});

for (const source of ['Synthetic', 'Camera'] as const) {
  test(`a running lab is no wider than the narrowest phone: ${source}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await start(page, source);
    await expect(sentence(page)).toContainText('Live');
    await page.getByText('Be refused on purpose', { exact: true }).click();
    const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(tooWide)).toBe(0);
    const sticking = await page
      .locator('lab-host *')
      .evaluateAll((all) =>
        all
          .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth)
          .map((part) => part.outerHTML),
      );
    expect(sticking).toEqual([]);
  });
}

test('on a small laptop Start is seen at once', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(labPage);
  const { y } = (await page.getByRole('button', { name: 'Start', exact: true }).boundingBox())!;
  expect(y).toBeLessThan(768 * 0.7);
});

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

test('by keyboard alone: start, stop the tracks, ask again, stop the lab', async ({ page }) => {
  await page.goto(labPage);
  const press = async (name: string, key = 'Tab') => {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).not.toHaveAttribute('aria-disabled', 'true');
    for (let tabs = 0; tabs < 30 && !(await isFocused(button)); tabs++) await page.keyboard.press(key);
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  const synthetic = page.getByRole('radio', { name: 'Synthetic' });
  const camera = page.getByRole('radio', { name: 'Camera' });
  for (let tabs = 0; tabs < 30 && !(await isFocused(camera)); tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(synthetic).toBeChecked();
  await press('Start');
  await expect(sentence(page)).toContainText('Live');
  await press('Stop the tracks');
  await press('Ask again');
  await expect(sentence(page)).toContainText('Live');
  await press('Stop', 'Shift+Tab');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});

test('the synthetic camera paints for as long as somebody watches it, clones included, and no longer', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...text) {
      Object.assign(window, { painted: ((window as { painted?: number }).painted ?? 0) + 1 });
      return fillText.apply(this, text);
    };
  });
  /** How often it painted while this page showed ten frames. */
  const paints = () =>
    page.evaluate(async () => {
      const painted = () => (window as unknown as { painted: number }).painted;
      const before = painted();
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      return painted() - before;
    });
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  await expect.poll(paints).toBeGreaterThan(0);
  const clones = await page.locator('lab-host video').evaluateHandle((video: HTMLVideoElement) => {
    const stream = video.srcObject as MediaStream;
    return [stream.getVideoTracks()[0]!.clone(), ...stream.clone().getVideoTracks()];
  });
  expect(await clones.evaluate((all) => all.map(({ label }) => label))).toEqual(Array(2).fill('Synthetic camera'));
  await page.getByRole('button', { name: 'Stop the tracks' }).click();
  await clones.evaluate(([first]) => first!.stop());
  await expect.poll(paints).toBeGreaterThan(0);
  await clones.evaluate(([, second]) => second!.stop());
  await expect.poll(paints).toBe(0);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(sentence(page)).toContainText('Live');
  await expect.poll(paints).toBeGreaterThan(0);
});

const hasSoundClock = (page: Page) =>
  page.evaluate(async () => {
    const context = new AudioContext();
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 1000))]);
    return context.state === 'running';
  });

const loudness = (page: Page) =>
  page.getByRole('meter', { name: 'How loud the microphone is' }).evaluate((meter: HTMLMeterElement) => meter.value);

test('the synthetic microphone is silent until somebody asks to hear it', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  expect(await loudness(page)).toBe(0);
});

test('the synthetic microphone hums for as long as somebody asks to hear it', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  test.skip(
    !(await hasSoundClock(page)),
    'This browser makes no sound, not even inside a stream, without a sound card.',
  );
  const tone = page.getByRole('checkbox', { name: 'With a tone' });
  await tone.check();
  await expect.poll(() => loudness(page)).toBeGreaterThan(0.05);
  await tone.uncheck();
  await expect.poll(() => loudness(page)).toBe(0);
});

test('twenty starts leave no live track', async ({ page }) => {
  await page.addInitScript(() => {
    const made: MediaStreamTrack[] = [];
    Object.assign(window, { made });
    const keep = (stream: MediaStream) => {
      made.push(...stream.getTracks());
      return stream;
    };
    const { getUserMedia } = MediaDevices.prototype;
    MediaDevices.prototype.getUserMedia = async function (asked) {
      return keep(await getUserMedia.call(this, asked));
    };
    const { captureStream } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.captureStream = function (rate) {
      return keep(captureStream.call(this, rate));
    };
    const { clone } = MediaStreamTrack.prototype;
    MediaStreamTrack.prototype.clone = function () {
      return made[made.push(clone.call(this)) - 1]!;
    };
  });
  await page.goto(labPage);
  for (let turn = 0; turn < 20; turn++) {
    await choose(page, turn % 2 ? 'Synthetic' : 'Camera');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    // Every third turn leaves at once, whatever has loaded by then.
    if (turn % 3) await expect(sentence(page)).toContainText('Live');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
  }
  const states = () =>
    page.evaluate(() => (window as unknown as { made: MediaStreamTrack[] }).made.map(({ readyState }) => readyState));
  await expect.poll(async () => new Set(await states())).toEqual(new Set(['ended']));
  expect((await states()).length).toBeGreaterThan(13);
});

test('the camera works at the second start as at the first, and is recorded again', async ({ page }) => {
  await start(page, 'Camera');
  await expect(sentence(page)).toContainText('Live');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(sentence(page)).toContainText('Live');
  expect(await frames(page)).toEqual([640, 480]);
  const calls = (await entries(page)).filter(({ what, name }) => what === 'call' && name === 'getUserMedia');
  expect(calls).toHaveLength(1);
});

test('whoever starts and stops by keyboard stays at the lab', async ({ page }) => {
  await page.goto(labPage);
  await choose(page, 'Synthetic');
  await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
});

test('changing the source while it runs starts again with the other one', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(page.getByText('Synthetic camera')).toBeVisible();
  await choose(page, 'Camera');
  await expect(page.getByText('Synthetic camera')).toHaveCount(0);
  await expect(sentence(page)).toContainText('Live');
});

test('a lab that could not be loaded says so, and Try again tries again', async ({ page }) => {
  await page.goto(labPage);
  let blocked = true;
  await page.route(/\/_astro\/run-lab.*\.js$/, (route) => (blocked ? route.abort() : route.continue()));
  await choose(page, 'Synthetic');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('The lab could not be loaded')).toBeVisible();
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(sentence(page)).toContainText('Live');
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
  } finally {
    await browser.close();
  }
});
