import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/test/browsers.ts';
import { serveSource } from '../../tests/source-site.ts';
import type { Rows } from '../row.ts';

const pairs = 200;
const args = ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

export const rows: Rows = async function* () {
  const site = await serveSource();
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args });
  try {
    const pages = { bare: await open(browser, site.url, false), recorded: await open(browser, site.url, true) };
    const ratios: number[] = [];
    // In turns: what slows the machine down for a while slows both of a pair.
    for (let pair = -5; pair < pairs; pair++) {
      const took = { bare: 0, recorded: 0 };
      for (const which of pair % 2 ? (['bare', 'recorded'] as const) : (['recorded', 'bare'] as const)) {
        took[which] = await pages[which].evaluate<number>('call()');
      }
      if (pair >= 0) ratios.push(took.recorded / took.bare);
    }
    ratios.sort((one, other) => one - other);
    const [low, middle, high] = [1, 2, 3].map((quarter) => ratios[(quarter * pairs) >> 2]!.toFixed(3));
    yield [
      `Setting up a recorded call, ${pairs} pairs`,
      `${middle} times the bare one (half between ${low} and ${high})`,
    ];
  } finally {
    await browser.close();
    await site.close();
  }
};

async function open(browser: Browser, url: string, recorded: boolean): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(`import('/src/trace/recording/timed-call.ts').then(({ aTimedCall }) => {
    globalThis.call = () => aTimedCall(${recorded});
  })`);
  return page;
}
