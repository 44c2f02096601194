import { type Browser, expect, test } from '@playwright/test';
import { serveSource } from '../../tests/source-site.ts';
import { promises } from '../trace/recording/as-if-alone/promises.ts';
import type { Account } from '../trace/recording/as-if-alone/run.ts';
import { surroundings } from '../trace/recording/as-if-alone/surroundings.ts';

// What install() does to a page is held against a page alone in src/trace/recording/as-if-alone.e2e.ts; here it is told
// to a watcher besides, and the page must not notice that either.
const scenarios = Object.keys({ ...surroundings, ...promises });

async function act(browser: Browser, url: string, firstLine: string) {
  const page = await browser.newPage();
  await page.goto(url);
  const account = await page.evaluate<Account>(`(async () => {
    ${firstLine}
    const { run } = await import('/src/trace/recording/as-if-alone/run.ts');
    return run(${JSON.stringify(scenarios)});
  })()`);
  const heard = await page.evaluate<number>('globalThis.heard ?? 0');
  await page.close();
  return { account, heard };
}

test('a page that is watched sees what it sees alone @both', async ({ browser }) => {
  const site = await serveSource();
  const { account: alone } = await act(browser, site.url, 'globalThis.heard = 0;');
  const { account: watched, heard } = await act(
    browser,
    site.url,
    `globalThis.heard = 0;
    const { channels } = await import('/src/watch/telling.ts');
    new BroadcastChannel(channels.told).onmessage = () => heard++;
    const { recordPage } = await import('/src/watch/record-page.ts');
    recordPage(window);`,
  );
  for (const name of scenarios) expect.soft(watched[name], name).toEqual(alone[name]);
  expect(heard).toBeGreaterThan(0);
  await site.close();
});
