import { expect, type Page, test } from '@playwright/test';
import { choose, press, sentence, start } from './camera.fixture.ts';

test('changing the source while it runs starts again with the other one', { tag: '@once' }, async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(page.getByText('Synthetic camera')).toBeVisible();
  await choose(page, 'Camera');
  await expect(page.getByText('Synthetic camera')).toHaveCount(0);
  await expect(sentence(page)).toContainText('Live');
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
  await press(page, 'Stop the tracks');
  await clones.evaluate(([first]) => first!.stop());
  await expect.poll(paints).toBeGreaterThan(0);
  await clones.evaluate(([, second]) => second!.stop());
  await expect.poll(paints).toBe(0);
  await press(page, 'Ask again');
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

const tone = (page: Page) => page.getByRole('checkbox', { name: 'With a tone' });

test('the synthetic microphone is silent until somebody asks to hear it', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  await expect(tone(page)).not.toBeChecked();
  expect(await loudness(page)).toBe(0);
});

test('asked for a tone, the synthetic microphone hums until that is taken back', async ({ page }) => {
  await start(page, 'Synthetic');
  await expect(sentence(page)).toContainText('Live');
  // Without a sound card Firefox makes no sound, not even inside a stream: then there is nothing to hear, whoever asks.
  const hasSound = await hasSoundClock(page);
  const hums = () => expect.poll(async () => (await loudness(page)) > 0.05).toBe(hasSound);
  await tone(page).check();
  await hums();
  await press(page, 'Stop');
  await press(page, 'Start');
  await expect(sentence(page)).toContainText('Live');
  await expect(tone(page), 'asked for once, heard at the next start').toBeChecked();
  await hums();
  await tone(page).uncheck();
  await expect.poll(() => loudness(page)).toBe(0);
});

test('a tone is offered where a lab hears the synthetic microphone, and nowhere else', { tag: '@once' }, async ({
  page,
}) => {
  await start(page, 'Synthetic');
  await expect(tone(page)).toBeVisible();
  await choose(page, 'Camera');
  await expect(tone(page), 'a real microphone hears what there is').toBeHidden();
  await page.goto('/labs/hello/');
  await choose(page, 'Synthetic');
  await press(page, 'Start');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(tone(page), 'nothing of it is heard in this lab').toBeHidden();
});
