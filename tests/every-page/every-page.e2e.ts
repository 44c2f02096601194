import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { builtPage, sitePages } from '../site-pages.ts';
import { complaints } from './complaints.ts';
import { kindsOfPages } from './kinds-of-pages.ts';
import { lateFonts } from './late-fonts.ts';

// A page is opened once at a desk, and there everything is looked at, and once on a phone; with half a browser one of
// each kind. Sixty pages are looked at side by side, each share by one page that is used again and again.
const shares = [0, 1, 2, 3, 4, 5];

/** The pages of a share; there may be none to divide before the site was built, so it is asked when the test runs. */
function pagesOf(share: number) {
  const urls = sitePages().filter((_, index) => index % shares.length === share);
  expect(urls, 'pages in the built site').not.toEqual([]);
  test.setTimeout(30_000 + urls.length * 10_000);
  return urls;
}

const laptop = { width: 1366, height: 768 };
const projector = { width: 1280, height: 720 };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

// In a context that is not tied to its page, which is the only kind that axe accepts.
const newPage = async (browser: Browser, options: BrowserContextOptions) =>
  (await browser.newContext({ viewport: laptop, ...options })).newPage();

const tooWide = (page: Page) =>
  page.evaluate(() => ({
    page: document.documentElement.scrollWidth - innerWidth,
    // A word that sticks out of its column does not widen the page where something else hides it.
    texts: [...document.querySelectorAll('main :is(p, li, h1, h2, h3, dd, summary, legend)')]
      .filter((text) => text.checkVisibility() && text.getBoundingClientRect().right > innerWidth + 1)
      .map((text) => text.textContent.trim().slice(0, 40)),
  }));

/** A word that came to stand three pixels further left is a shift as well, of some 0.00002. */
const jumps = (shifts: { value: number; moved: string }[]) =>
  shifts.reduce((sum, { value }) => sum + value, 0) < 0.001 ? [] : shifts.map(({ moved }) => moved);

for (const share of shares) {
  test.describe(`every page, share ${share + 1} of ${shares.length}`, () => {
    test('at a desk nothing jumps, is too wide, pale, from elsewhere, refused or failing', async ({
      browser,
      baseURL,
    }) => {
      const page = await newPage(browser, { baseURL });
      const heard = complaints(page, baseURL!);
      const open = await lateFonts(page);
      for (const url of pagesOf(share)) {
        await page.emulateMedia({ colorScheme: 'light' });
        expect.soft(jumps(await open(url)), `what jumps while ${url} loads`).toEqual([]);
        expect.soft(await axeFinds(page), `what axe finds on ${url} in the light`).toEqual([]);
        expect.soft(await page.locator('script:not([src])').count(), `inline scripts of ${url}`).toBe(0);
        await page.setViewportSize(projector);
        expect.soft(await tooWide(page), `what is wider than a projector on ${url}`).toEqual({ page: 0, texts: [] });
        await page.setViewportSize(laptop);
        expect.soft(await tooWide(page), `what is wider than a laptop on ${url}`).toEqual({ page: 0, texts: [] });
        await page.emulateMedia({ colorScheme: 'dark' });
        const pale = await axeFinds(page, (axe) => axe.withRules('color-contrast'));
        expect.soft(pale, `what is pale on ${url} in the dark`).toEqual([]);
        expect.soft(heard.splice(0), `what ${url} complains of`).toEqual([]);
      }
      await page.context().close();
    });

    test('on a phone nothing jumps or is too wide', async ({ browser, baseURL }) => {
      const page = await newPage(browser, { baseURL, ...phone });
      const open = await lateFonts(page);
      for (const url of pagesOf(share)) {
        expect.soft(jumps(await open(url)), `what jumps while ${url} loads`).toEqual([]);
        expect.soft(await tooWide(page), `what is wider than a phone on ${url}`).toEqual({ page: 0, texts: [] });
      }
      await page.context().close();
    });
  });
}

test('every page reads without JavaScript, and without a place to remember things', async ({ browser, baseURL }) => {
  const silent = sitePages().filter((url) => !/<h1[ >]/.test(builtPage(url)));
  expect(silent, 'pages whose heading is not in what the server sends').toEqual([]);

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
  for (const url of kindsOfPages()) {
    await unscripted.goto(url);
    await expect(unscripted.getByRole('heading', { level: 1 })).toBeVisible();
    for (const needless of await unscripted.locator('.needs-script').all()) await expect(needless).toBeHidden();
    await forgetful.goto(url);
    await forgetful.locator('body').click({ position: { x: 2, y: 2 } });
    expect(complaints, url).toEqual([]);
  }
  await Promise.all([unscripted.context().close(), forgetful.context().close()]);
});
