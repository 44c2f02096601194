import { expect, type Locator, type Page } from '@playwright/test';

/** Under a test Firefox begins a drag and carries it over other places, and never lets go: it is told of the drop. */
export async function drag(page: Page, from: Locator, to: Locator, browserName: string) {
  if (browserName === 'chromium') return from.dragTo(to);
  await page.evaluate(() =>
    addEventListener('dragover', ({ defaultPrevented }) => Object.assign(window, { defaultPrevented })),
  );
  await from.hover();
  await page.mouse.down();
  const { x, y } = (await to.boundingBox())!;
  let moves = 0;
  const isLetIn = async () => {
    await page.mouse.move(x + 20 + (++moves % 2), y + 10);
    return page.evaluate(() => Reflect.get(window, 'defaultPrevented'));
  };
  await expect.poll(isLetIn).toBe(true);
  await to.dispatchEvent('drop');
}
