import { expect, test } from '@playwright/test';
import { serveSource } from '../source-site.ts';
import type * as BothWays from './both-ways.ts';

test('23 steps, one at a time, are the same call as one written in one go @both', async ({ page }) => {
  const site = await serveSource();
  await page.goto(site.url);
  const ways = `import('/tests/same-call/both-ways.ts')`;
  const steps = await page.evaluate<Awaited<ReturnType<typeof BothWays.byStep>>>(`${ways}.then((it) => it.byStep())`);
  const inOneGo = await page.evaluate<Awaited<ReturnType<typeof BothWays.inOneGo>>>(
    `${ways}.then((it) => it.inOneGo())`,
  );
  await site.close();
  expect(steps.wentWell).toBe(true);
  expect(steps.unmet, 'what must be true before a step is true').toEqual([]);
  expect(steps.story.alice).toContain('call setRemoteDescription');
  expect(inOneGo.story).toEqual(steps.story);
});
