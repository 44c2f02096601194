import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { bringUpToDate } from '../../scripts/site/build.ts';
import { findBrowser } from '../../scripts/test/browsers.ts';
import { unwatched } from '../../tests/unwatched.ts';
import { workshopClient } from '../../tests/workshop/client.ts';
import { seconds as inSeconds, type Rows } from '../row.ts';
import type { Cost } from '../signaling/report.ts';
import type { Orders, Said } from '../workshop/bots.ts';
import { openConsole } from '../workshop/console.ts';

const sizes = [30, 300, 1_000];
const seconds = 15;
const folder = join(import.meta.dirname, '..', 'workshop');

export const rows: Rows = async function* () {
  if ((await bringUpToDate()) !== 0) throw new Error('the site could not be built');
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: [...unwatched] });
  try {
    for (const learners of sizes) yield* rowsOf(learners, await measure(browser, learners));
  } finally {
    await browser.close();
  }
};

function* rowsOf(learners: number, { inMs, shownMs, seen, apart, server, bots, page }: Measured) {
  const name = `A class of ${learners.toLocaleString('en')}`;
  yield [`${name}: all are in, and on the console`, `${inSeconds(inMs)}, ${inSeconds(shownMs)}`] as const;
  yield [
    `${name}, each acting once a second: from a bot's emit to the text in the console's page`,
    `median ${quantile(seen.inText, 0.5)} ms, p99 ${quantile(seen.inText, 0.99)} ms; in a frame p99 ${quantile(seen.inFrame, 0.99)} ms (${seen.inText.length.toLocaleString('en')} acts, clocks apart by ${apart} ms at most)`,
  ] as const;
  yield [
    `${name}: the server; the bots`,
    `${percent(server.share)} of a core, ${megabytes(server.resident)}; ${percent(bots.share)}, ${megabytes(bots.resident)}`,
  ] as const;
  yield [
    `${name}: the console's page`,
    `busy ${percent(page.share)}, for each of ${page.changes} changes ${page.scriptMs.toFixed(1)} ms of script and ${page.layoutMs.toFixed(1)} ms of layout, ${megabytes(page.heap)}`,
  ] as const;
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(browser: Browser, learners: number) {
  const server = fork(join(folder, 'server.ts'), {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  });
  const bots = fork(join(folder, 'bots.ts'));
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const visitor = workshopClient(port, { as: 'visitor' });
    const { code, key } = (await visitor.ask('open', { title: 'Bench' })).value! as { code: string; key: string };
    const instructor = workshopClient(port, { as: 'instructor', code, key, console: 'bench' });
    const { invitation } = await instructor.entered();
    for (const { socket } of [visitor, instructor]) socket.close();
    const page = await openConsole(browser, { port, code, key });
    const apart = await page.apart();

    const ordered = performance.now();
    bots.send({ port, code, invitation, learners, seconds } satisfies Orders);
    const hasShown = page.shows(learners).then(() => performance.now() - ordered);
    const [{ inMs }] = (await once(bots, 'message')) as [Extract<Said, { inMs: number }>];
    const ended = once(bots, 'message') as Promise<[Extract<Said, { cpuMs: number }>]>;
    const shownMs = await hasShown;
    const [before, pageBefore] = [await cost(server), await page.cost()];
    const began = performance.now();
    const [{ cpuMs, resident, unanswered }] = await ended;
    const tookMs = performance.now() - began;
    const [after, pageAfter] = [await cost(server), await page.cost()];
    if (unanswered > learners) throw new Error(`${unanswered} acts were not acknowledged.`);
    const changes = pageAfter.changes - pageBefore.changes;
    const seen = await page.seen();
    await page.close();
    return {
      ...{ inMs, shownMs, apart, seen },
      server: { share: (after.cpuMs - before.cpuMs) / tookMs, resident: after.resident },
      bots: { share: cpuMs / tookMs, resident },
      page: {
        share: (pageAfter.taskMs - pageBefore.taskMs) / tookMs,
        ...{ changes, heap: pageAfter.heap },
        scriptMs: (pageAfter.scriptMs - pageBefore.scriptMs) / changes,
        layoutMs: (pageAfter.layoutMs - pageBefore.layoutMs) / changes,
      },
    };
  } finally {
    server.disconnect();
    if (bots.connected) bots.disconnect();
  }
}

async function cost(server: ReturnType<typeof fork>): Promise<Cost> {
  server.send('how much?');
  const [cost] = await once(server, 'message');
  return cost;
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const quantile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? NaN;
