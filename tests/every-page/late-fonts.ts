import type { Page } from '@playwright/test';

type Shift = { value: number; moved: string };
type Watched = Window & { read: Promise<unknown>; shifts: Shift[] };

/**
 * Lets fonts come, and from no cache, only once there is text to read without them: the case in which a page would
 * jump. What it gives opens a page in that way, and tells by what it jumped.
 */
export async function lateFonts(page: Page) {
  let { promise: read, resolve: letCome } = Promise.withResolvers<void>();
  await page.route('**/*.woff2', async (route) => {
    await read;
    await route.continue();
  });
  await page.addInitScript(watch);

  return async (url: string): Promise<Shift[]> => {
    ({ promise: read, resolve: letCome } = Promise.withResolvers<void>());
    await page.goto(url, { waitUntil: 'commit' });
    await page.evaluate(async () => (window as unknown as Watched).read);
    letCome();
    await page.waitForLoadState();
    return page.evaluate(async () => {
      await document.fonts.ready;
      // The frame after the fonts: what they moved has been counted by then.
      await new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)));
      return (window as unknown as Watched).shifts;
    });
  };
}

function watch() {
  type Entry = PerformanceEntry & { value: number; sources: { node?: Node }[] };
  const shifts: Shift[] = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Entry[]) {
      const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent));
      shifts.push({ value, moved: moved.map((text) => text?.slice(0, 80)).join(' | ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  // Text that still waits for its font is not painted, and what is not painted is not the largest thing that is.
  const read = new Promise((seen) => {
    new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  Object.assign(window, { shifts, read });
}
