import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/test/browsers.ts';
import { serveSource } from '../../tests/source-site.ts';
import { openQuietPage } from '../quiet-page.ts';
import type { Rows } from '../row.ts';
import { startServer } from '../signaling/server.ts';

const calls = 200;
const warmUp = 5;
const args = ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

/** Makes a call, and says how long it took until when. */
type Call = (which: 'bare' | 'recorded') => Promise<Took>;
type Took = { saidHello: number; seen: number };

export const rows: Rows = async function* () {
  const [site, server] = [await serveSource(), await startServer('ours')];
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args });
  const open = () => openPage(browser, site.url);
  try {
    // Pages for each way: what a recorder did to the functions of a page stays there.
    const alice = { bare: await open(), recorded: await open() };
    const bob = { bare: await open(), recorded: await open() };
    let rooms = 0;
    const between = await compared(async (which) => {
      const line = `calls.openLine('ws://localhost:${server.port}/ws/bench-${++rooms}').then((line) => { self.line = line })`;
      await Promise.all([alice[which](line), bob[which](line)]);
      const answered = bob[which](`calls.answerAt(line, ${which === 'recorded'})`);
      const took = await alice[which]<Took>(`calls.callFrom(line, ${which === 'recorded'})`);
      await answered;
      return took;
    });
    yield [`A recorded call between two pages by way of the server, ${calls} of each`, between];

    const both = { bare: await open(), recorded: await open() };
    const within = await compared((which) => both[which]<Took>(`calls.inOnePage(${which === 'recorded'})`));
    yield ['The same in one page that is both ends, with nothing between them', within];
  } finally {
    await browser.close();
    server.stop();
    await site.close();
  }
};

/**
 * In turns, so that what slows the machine down for a while slows both. It never makes a call quicker: so the tenth of
 * each that was quickest is what tells them apart, on a busy machine as on a quiet one.
 */
async function compared(call: Call): Promise<string> {
  const took = { bare: [] as Took[], recorded: [] as Took[] };
  for (let turn = -warmUp; turn < calls; turn++)
    for (const which of turn % 2 ? (['bare', 'recorded'] as const) : (['recorded', 'bare'] as const)) {
      const ms = await call(which);
      if (turn >= 0) took[which].push(ms);
    }
  const until = (when: keyof Took) => {
    const [bare, recorded] = [took.bare, took.recorded].map((calls) => quickestTenth(calls.map((call) => call[when])));
    return `${(recorded! / bare!).toFixed(3)} times the bare one (${recorded!.toFixed(1)} and ${bare!.toFixed(1)} ms)`;
  };
  return `until the other is seen ${until('seen')}; until both have said hello ${until('saidHello')}`;
}

const quickestTenth = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 10)]!;

async function openPage(browser: Browser, url: string) {
  const page = await openQuietPage(browser, url);
  await page(`import('/src/trace/recording/timed-call.ts').then((calls) => { self.calls = calls })`);
  return page;
}
