import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { heldCall } from './held-call.fixture.ts';
import { openStage } from './open-stage.fixture.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1366]) {
    test(`axe finds nothing in any picture, ${colorScheme}, ${width} wide @both`, async ({
      browser,
      baseURL,
      browserName,
    }) => {
      const context = await browser.newContext({ baseURL, viewport: { width, height: 768 } });
      const page = await context.newPage();
      await openStage(page, heldCall);
      // By the site's own switch: Playwright does not tell Firefox which scheme is wanted.
      await page.evaluate((scheme) => document.documentElement.setAttribute('data-theme', scheme), colorScheme);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(colorScheme);
      for (const picture of ['sequence', 'states', 'wire', 'sdp', 'candidates', 'scrubber'] as const) {
        // They are made of the same parts as the others, and axe takes Firefox thrice the time.
        if (['sdp', 'candidates'].includes(picture) && browserName === 'firefox') continue;
        await page.evaluate(
          ([picture, moment]) =>
            picture === 'scrubber' ? pictureStage.scrub('live', true) : pictureStage.show(picture, moment),
          [picture, heldCall.length] as const,
        );
        // A picture stands in somebody else's page, and that has the heading.
        const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one']).analyze();
        expect(violations.map(({ id, nodes }) => `${picture}: ${id} ${nodes[0]!.html}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      }
      await context.close();
    });
  }
}
