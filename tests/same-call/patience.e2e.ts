import { expect, test } from '@playwright/test';
import { serveSource } from '../source-site.ts';
import type * as BothWays from './both-ways.ts';

const waitMs = { chromium: 300_000, firefox: 6_000, webkit: 0 };
/** Between 16 and 22 Chromium waits some 220 seconds for Alice to have set the answer. */
const givenUp = { chromium: ['16', '19', '21'], firefox: [], webkit: [] };

test('a call that was left alone in any of its gaps is finished all the same, but where the browser gives up @both @long', async ({
  page,
  browserName,
}) => {
  const site = await serveSource();
  await page.goto(site.url);
  const ends = await page.evaluate<Record<string, string>, number>(
    (ms) =>
      import('/tests/same-call/both-ways.ts' as string).then((it: typeof BothWays) => it.leftAloneIn(it.gaps, ms)),
    waitMs[browserName],
  );
  await site.close();
  const expected = Object.keys(ends).map((key) => [
    key,
    // A way was found: what never came is the handshake that agrees on keys.
    (givenUp[browserName] as string[]).includes(key) ? 'failed, connected' : 'connected, connected',
  ]);
  expect(expected).toHaveLength(19);
  expect(ends).toEqual(Object.fromEntries(expected));
});
