import type { Browser, CDPSession, Page } from '@playwright/test';

type Key = { port: number; code: string; key: string };
type Seen = { inText: number[]; inFrame: number[] };
export type PageCost = { taskMs: number; scriptMs: number; layoutMs: number; heap: number; changes: number };

/** An instructor's page, as it is, with somebody in it who notes when what bots do stands there. */
export async function openConsole(browser: Browser, { port, code, key }: Key) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const kept = JSON.stringify({ code, key, console: 'console-of-the-bench', name: 'Grace' });
  await page.addInitScript((kept) => localStorage.setItem('trickle:workshop', kept), kept);
  let changes = 0;
  page.on('websocket', (socket) =>
    socket.on(
      'framereceived',
      ({ payload }) => void (changes += Number(/^42\/workshop,\["changed"/.test(`${payload}`))),
    ),
  );
  await page.goto(`http://127.0.0.1:${port}/workshop/`);
  await page.getByText('Nobody has come yet').waitFor();
  await page.evaluate(noteMarks);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');

  return {
    apart: () => clocksApart(page),
    /** Somebody may be away again already, on a machine that has other things to do. */
    shows: (count: number) => page.getByText(`${count} in the class`).waitFor({ timeout: 120_000 }),
    seen: () => page.evaluate(() => (window as unknown as { seen: Seen }).seen),
    cost: async (): Promise<PageCost> => ({ ...(await metrics(devtools)), changes }),
    close: () => context.close(),
  };
}

/** Runs in the page: how long each act took to be in its text, and to be in a frame. */
function noteMarks() {
  const seen: Seen = { inText: [], inFrame: [] };
  Object.assign(window, { seen });
  new MutationObserver((records) => {
    const now = Date.now();
    // A card that is put elsewhere brings its text along: only what changed in a text counts, and once.
    const texts = new Set(
      records.flatMap(({ target, type, addedNodes }) => (type === 'characterData' ? [target] : [...addedNodes])),
    );
    const marks = [...texts].flatMap((node) =>
      node instanceof Text ? (/ at (\d{13})/.exec(node.data)?.[1] ?? []) : [],
    );
    for (const at of marks) seen.inText.push(now - Number(at));
    requestAnimationFrame(() => {
      const shown = Date.now();
      for (const at of marks) seen.inFrame.push(shown - Number(at));
    });
  }).observe(document.querySelector('[data-console]')!, { subtree: true, childList: true, characterData: true });
}

/** All of them read the clock of this machine. That they do is tried: how far the page's may be from ours, at most. */
async function clocksApart(page: Page): Promise<number> {
  let [most, least] = [Infinity, -Infinity];
  for (let nth = 0; nth < 20; nth++) {
    const before = Date.now();
    const there = await page.evaluate(() => Date.now());
    least = Math.max(least, there - Date.now());
    most = Math.min(most, there - before);
  }
  return Math.max(Math.abs(least), Math.abs(most));
}

async function metrics(devtools: CDPSession) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    taskMs: 1_000 * of('TaskDuration'),
    scriptMs: 1_000 * of('ScriptDuration'),
    layoutMs: 1_000 * (of('LayoutDuration') + of('RecalcStyleDuration')),
    heap: of('JSHeapUsedSize'),
  };
}
