import { expect, type Locator, test } from '@playwright/test';
import { choose, labPage, press, sentence } from './camera/camera.fixture.ts';

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

test('by keyboard alone: start, stop the tracks, ask again, stop the lab, and stay there', async ({ page }) => {
  await page.goto(labPage);
  const type = async (name: string, key = 'Tab') => {
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
  await type('Start');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
  await expect(sentence(page)).toContainText('Live');
  await type('Stop the tracks');
  await type('Ask again');
  await expect(sentence(page)).toContainText('Live');
  await type('Stop', 'Shift+Tab');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
});

test('a lab that could not be loaded says so, and Try again tries again', async ({ page }) => {
  await page.goto(labPage);
  let blocked = true;
  await page.route(/\/_astro\/run-lab.*\.js$/, (route) => (blocked ? route.abort() : route.continue()));
  await choose(page, 'Synthetic');
  await press(page, 'Start');
  await expect(page.getByText('The lab could not be loaded')).toBeVisible();
  blocked = false;
  await press(page, 'Try again');
  await expect(sentence(page)).toContainText('Live');
});

test('twenty starts leave no live track', { tag: '@once' }, async ({ page }) => {
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
    await press(page, 'Start');
    // Every third turn leaves at once, whatever has loaded by then.
    if (turn % 3) await expect(sentence(page)).toContainText('Live');
    await press(page, 'Stop');
  }
  const states = () =>
    page.evaluate(() => (window as unknown as { made: MediaStreamTrack[] }).made.map(({ readyState }) => readyState));
  await expect.poll(async () => new Set(await states())).toEqual(new Set(['ended']));
  expect((await states()).length).toBeGreaterThan(13);
});
