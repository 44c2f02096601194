import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page, type Route, test } from '@playwright/test';
import { sitePages } from './site-pages.ts';

// Sixty pages are looked at side by side, each share by one page that is used again and again.
const shares = [0, 1, 2, 3];
const share = (number: number) => sitePages().filter((_, index) => index % shares.length === number);

const windows = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1280, height: 720 },
};

async function tour(page: Page, number: number, look: (url: string) => Promise<void>) {
  const pages = share(number);
  test.setTimeout(30_000 + pages.length * 10_000);
  for (const url of pages) {
    await test.step(url, async () => {
      await page.goto(url);
      await page.evaluate(() => document.fonts.ready);
      await look(url);
    });
  }
}

// In a context that is not tied to its page, which is the only kind that axe accepts.
const newPage = async (browser: Browser, options: BrowserContextOptions) =>
  (await browser.newContext({ viewport: windows.laptop, ...options })).newPage();

for (const number of shares) {
  test.describe(`pages, share ${number + 1} of ${shares.length}`, () => {
    for (const [name, viewport] of Object.entries(windows)) {
      test(`nothing is wider than a ${name}`, async ({ browser, baseURL }) => {
        const page = await newPage(browser, {
          baseURL,
          viewport,
          isMobile: name === 'phone',
          hasTouch: name === 'phone',
        });
        await tour(page, number, async (url) => {
          const wide = await page.evaluate(() => ({
            page: document.documentElement.scrollWidth - innerWidth,
            // A word that sticks out of its column does not widen the page where something else hides it.
            texts: [...document.querySelectorAll('main :is(p, li, h1, h2, h3, dd, summary, legend)')]
              .filter((text) => text.checkVisibility() && text.getBoundingClientRect().right > innerWidth + 1)
              .map((text) => text.textContent.trim().slice(0, 40)),
          }));
          expect(wide, url).toEqual({ page: 0, texts: [] });
        });
        await page.context().close();
      });
    }

    test('axe finds nothing in the light', async ({ browser, baseURL }) => {
      const page = await newPage(browser, { baseURL, colorScheme: 'light' });
      await tour(page, number, async (url) => expect(await findings(new AxeBuilder({ page })), url).toEqual([]));
      await page.context().close();
    });

    test('axe finds no pale text in the dark', async ({ browser, baseURL }) => {
      const page = await newPage(browser, { baseURL, colorScheme: 'dark' });
      await tour(page, number, async (url) => {
        expect(await findings(new AxeBuilder({ page }).withRules('color-contrast')), url).toEqual([]);
      });
      await page.context().close();
    });

    for (const name of ['laptop', 'phone'] as const) {
      test(`nothing moves while a page loads on a ${name}`, async ({ browser, baseURL }) => {
        const page = await newPage(browser, { baseURL, viewport: windows[name] });
        await page.route('**/*.woff2', fontsComeLate);
        await page.addInitScript(watchShifts);
        await tour(page, number, async (url) => {
          // The frame after the fonts: what they moved has been counted by then.
          const shifts = await page.evaluate(async () => {
            await new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)));
            return (window as unknown as { shifts: Shift[] }).shifts;
          });
          // A word that came to stand three pixels further left is a shift as well, of some 0.00002.
          const seen = shifts.reduce((sum, { value }) => sum + value, 0);
          expect(seen, `${url}: ${shifts.map(({ moved }) => moved).join(', ')}`).toBeLessThan(0.001);
        });
        await page.context().close();
      });
    }

    test('nothing is asked of another origin, refused by the policy or failing', async ({ browser, baseURL }) => {
      const page = await newPage(browser, { baseURL });
      const complaints: string[] = [];
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL) complaints.push(`${request.url()} is elsewhere`);
      });
      page.on('response', (answer) => answer.status() >= 400 && complaints.push(`${answer.status()} ${answer.url()}`));
      page.on('console', (said) => ['error', 'warning'].includes(said.type()) && complaints.push(said.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await tour(page, number, async (url) => {
        expect(complaints, url).toEqual([]);
        expect(await page.locator('script:not([src])').count(), `inline scripts of ${url}`).toBe(0);
      });
      await page.context().close();
    });

    test('every page reads without JavaScript, and without a place to remember things', async ({
      browser,
      baseURL,
    }) => {
      const unscripted = await newPage(browser, { baseURL, javaScriptEnabled: false });
      const forgetful = await newPage(browser, { baseURL });
      const complaints: string[] = [];
      forgetful.on('pageerror', (error) => complaints.push(error.message));
      await forgetful.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: refuse });
        Object.defineProperty(window, 'sessionStorage', { get: refuse });
      });
      for (const url of share(number)) {
        await unscripted.goto(url);
        await expect(unscripted.getByRole('heading', { level: 1 })).toBeVisible();
        for (const needless of await unscripted.locator('.needs-script').all()) await expect(needless).toBeHidden();
        await forgetful.goto(url);
        await forgetful.locator('body').click({ position: { x: 2, y: 2 } });
        expect(complaints, url).toEqual([]);
      }
      await Promise.all([unscripted.context().close(), forgetful.context().close()]);
    });
  });
}

async function findings(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** After the first paint, and from no cache: the case in which a page would jump. */
async function fontsComeLate(route: Route) {
  await new Promise((arrived) => setTimeout(arrived, 500));
  await route.continue();
}

type Shift = { value: number; moved: string };

function watchShifts() {
  type Entry = PerformanceEntry & { value: number; sources: { node?: Node }[] };
  const shifts = ((window as unknown as { shifts: Shift[] }).shifts = []) as Shift[];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Entry[]) {
      const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent));
      shifts.push({ value, moved: moved.map((text) => text?.slice(0, 80)).join(' | ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
