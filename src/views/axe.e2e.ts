import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../../tests/axe.ts';
import { heldCall } from './held-call.fixture.ts';
import { openStage } from './open-stage.fixture.ts';

const pictures = ['sequence', 'states', 'wire', 'sdp', 'candidates', 'scrubber'] as const;

/** As a reader chooses it. */
async function choose(page: Page, theme: 'light' | 'dark') {
  const chosen = await page.evaluate((theme) => {
    document.documentElement.dataset.theme = theme;
    return getComputedStyle(document.documentElement).colorScheme;
  }, theme);
  expect(chosen).toBe(theme);
}

for (const width of [390, 1366]) {
  test(`axe finds nothing in any picture, nor anything pale in the dark, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    await openStage(page, heldCall);
    for (const picture of pictures) {
      await page.evaluate(
        ([picture, moment]) =>
          picture === 'scrubber' ? pictureStage.scrub('live', true) : pictureStage.show(picture, moment),
        [picture, heldCall.length] as const,
      );
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), picture).toBe(0);
      await choose(page, 'light');
      // A picture stands in somebody else's page, and that has the heading.
      const found = await axeFinds(page, (axe) => axe.disableRules('page-has-heading-one'));
      expect.soft(found, picture).toEqual([]);
      await choose(page, 'dark');
      const pale = await axeFinds(page, (axe) => axe.withRules('color-contrast'));
      expect.soft(pale, `${picture} in the dark`).toEqual([]);
    }
  });
}
