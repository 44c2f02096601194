import { type Browser, chromium, type Page } from '@playwright/test';
import { root } from '../../scripts/root.js';
import { findBrowser } from '../../scripts/test/browsers.ts';
import { aBareCall, aLabCall, answerAtOnce, openBare } from '../first-frame.ts';
import type { Rows } from '../row.ts';
import { start } from '../start.ts';

const pairs = 40;
const args = ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

export const rows: Rows = async function* () {
  const house = await start(root);
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args });
  try {
    // Each in a context of its own: a page behind another is given a frame a second.
    const bare = await open(browser, `${house.url}/labs/call/`);
    await bare.evaluate(openBare);
    const alice = await enter(browser, `${house.url}/labs/call/?room=bench&who=alice`);
    const bob = await enter(browser, `${house.url}/labs/call/?room=bench&who=bob`);
    await bob.evaluate(answerAtOnce);
    await alice.getByRole('button', { name: 'Call bob' }).waitFor();

    const took = { bare: [] as number[], lab: [] as number[] };
    // In turns: what slows the machine down for a while slows both of a pair.
    for (let pair = -3; pair < pairs; pair++) {
      const [one, other] = [await bare.evaluate(aBareCall), await alice.evaluate(aLabCall)];
      if (pair < 0) continue;
      took.bare.push(one);
      took.lab.push(other);
    }
    const ratios = took.lab.map((ms, pair) => ms / took.bare[pair]!);
    const [low, middle, high] = [1, 2, 3].map((quarter) => at(ratios, quarter / 4).toFixed(2));
    const [bareMs, labMs] = [took.bare, took.lab].map((times) => at(times, 0.5).toFixed(0));
    yield [
      `Call to the other’s first frame in the lab, ${pairs} pairs`,
      `${middle} times the bare one (half between ${low} and ${high}; ${labMs} and ${bareMs} ms)`,
    ];
  } finally {
    await browser.close();
    await house.stop();
  }
};

const at = (numbers: readonly number[], part: number) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(part * (numbers.length - 1))]!;

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  return page;
}

/** Into the lab, with the same camera that the bare call has. */
async function enter(browser: Browser, url: string): Promise<Page> {
  const page = await open(browser, url);
  await page.getByRole('radio', { name: 'Camera' }).check({ force: true });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Mute' }).waitFor();
  return page;
}
