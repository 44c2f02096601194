import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';

/** Whatever Chromium a test launches: what ran in a page is noted before the page is closed. */
const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => noteBrowser(await launch(options));

const file = join(process.env.TRICKLE_RAN!, `${process.pid}.jsonl`);

function noteBrowser(browser: Browser) {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => noteContext(await newContext(options));
  return browser;
}

function noteContext(context: BrowserContext) {
  const sessions = new Map<Page, Promise<CDPSession | undefined>>();
  const take = async (page: Page) => {
    // A page that has crashed or closed itself has nothing more to say.
    const taken = await (await sessions.get(page))?.send('Profiler.takePreciseCoverage').catch(() => undefined);
    for (const script of taken?.result ?? [])
      if (script.url.includes('/_astro/')) appendFileSync(file, `${JSON.stringify(script)}\n`);
  };
  const begin = (page: Page) => {
    if (sessions.has(page)) return sessions.get(page);
    const session = start(page).catch(() => undefined);
    sessions.set(page, session);
    first(page, () => take(page));
    return session;
  };

  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    await begin(page);
    return page;
  };
  // A window that a page has opened.
  context.on('page', begin);
  first(context, () => Promise.all([...sessions.keys()].map(take)));
  return context;
}

async function start(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return session;
}

/** Before it is closed, something else is done. */
function first<Options>(closing: { close(options?: Options): Promise<void> }, otherwise: () => Promise<unknown>) {
  const close = closing.close.bind(closing);
  closing.close = async (options) => {
    await otherwise();
    await close(options);
  };
}
