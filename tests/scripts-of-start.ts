import type { Page } from '@playwright/test';

/** The scripts that the first lab of a page loads when it is started, by their paths on the server. */
export async function scriptsOfStart(page: Page): Promise<string[]> {
  const lab = page.locator('lab-host').first();
  // Noted in the page itself: what a lab loads a moment after it runs is none of them, however late we hear that it runs.
  const scripts = lab.evaluate(async (host) => {
    const before = performance.now();
    const running = await new Promise<number>((resolve) => {
      const look = () => host.dataset.state === 'running' && resolve(performance.now());
      new MutationObserver(look).observe(host, { attributes: true });
    });
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime >= before && startTime <= running)
      .map(({ name }) => new URL(name))
      .filter(({ protocol, pathname }) => protocol !== 'blob:' && pathname.endsWith('.js'))
      .map(({ pathname }) => pathname);
  });
  await lab.getByRole('button', { name: 'Start', exact: true }).click();
  return [...new Set(await scripts)];
}
