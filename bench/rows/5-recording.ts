import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/test/browsers.ts';
import { serveSource } from '../../tests/source-site.ts';
import type { Rows } from '../row.ts';

const pairs = 60;

export const rows: Rows = async function* () {
  const site = await serveSource();
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
  try {
    const [bare, recorded] = [await open(browser, site.url, false), await open(browser, site.url, true)];
    const times = { bare: [] as number[], recorded: [] as number[] };
    // In pairs, and in turns within them: what slows the machine down for a while slows both.
    for (let pair = -5; pair < pairs; pair++) {
      const turns = pair % 2 ? [bare, recorded] : [recorded, bare];
      for (const page of turns) {
        const took = await page.evaluate<number>('call()');
        if (pair >= 0) times[page === bare ? 'bare' : 'recorded'].push(took);
      }
    }
    const [alone, watched] = [median(times.bare), median(times.recorded)];
    const measured = `${(watched / alone).toFixed(3)} times the bare one (${watched.toFixed(1)} and ${alone.toFixed(1)} ms)`;
    yield [`Setting up a recorded call, ${pairs} pairs`, measured];
  } finally {
    await browser.close();
    await site.close();
  }
};

async function open(browser: Browser, url: string, recorded: boolean): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(`import('/src/trace/recording/timed-call.ts').then(({ peerMaker, timedCall }) => {
    const newPeer = peerMaker(${recorded});
    globalThis.call = () => timedCall(newPeer);
  })`);
  return page;
}

function median(times: number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1]!;
}
