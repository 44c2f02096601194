import { expect, test } from '@playwright/test';
import { choose, labPage, press, sentence, sources, start } from './camera.fixture.ts';

test('on a small laptop Start is seen at once', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(labPage);
  const { y } = (await page.getByRole('button', { name: 'Start', exact: true }).boundingBox())!;
  expect(y).toBeLessThan(768 * 0.7);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a lab makes room once: whatever happens in it, nothing below it moves', { tag: '@once' }, async ({ page }) => {
    await start(page, 'Camera');
    const below = page.getByRole('heading', { name: 'The code that runs' });
    const top = () => below.evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
    await expect(sentence(page)).toContainText('Live');
    await page.evaluate(() => document.fonts.ready);
    const room = await top();
    await press(page, 'Stop the tracks');
    await expect(sentence(page)).toContainText('Stopped');
    expect(await top()).toBeCloseTo(room, 0);
    await press(page, 'Ask again');
    await expect(sentence(page)).toContainText('Live');
    expect(await top()).toBeCloseTo(room, 0);
    await press(page, 'Stop');
    const again = page.getByRole('button', { name: 'Start', exact: true });
    await expect(again).toBeInViewport();
    expect(await top()).toBeCloseTo(room, 0);
    // With less to show than before, the second time.
    await choose(page, 'Synthetic');
    await again.click();
    await expect(sentence(page)).toContainText('Live');
    expect(await top()).toBeCloseTo(room, 0);
  });

  test('there is room for what the browser gives before anybody has answered it', { tag: '@once' }, async ({
    page,
  }) => {
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
    expect(await top()).toBeCloseTo(room, 0);
  });
});

for (const source of sources) {
  test(`a running lab is no wider than the narrowest phone: ${source}`, { tag: '@once' }, async ({ page }) => {
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
