import { expect, type Page } from '@playwright/test';

/** The scripts that the first lab of a page loads when it is started, by their paths on the server. */
export async function scriptsOfStart(page: Page): Promise<string[]> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    // A worker that a script wrote itself came with that script.
    if (request.resourceType() === 'script' && protocol !== 'blob:') scripts.add(pathname);
  });
  const lab = page.locator('lab-host').first();
  await lab.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(lab).toHaveAttribute('data-state', 'running');
  return [...scripts];
}
