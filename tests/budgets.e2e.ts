import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from '@playwright/test';
import { bytes } from './weight.ts';

const site = join(import.meta.dirname, '../dist');
const allowed = 40 * 1024;

test('every lab starts with 40 KB of JavaScript', async ({ browser, baseURL }) => {
  const labs = globSync('labs/*/index.html', { cwd: site }).map(
    (file) => `/${file.split(sep).slice(0, -1).join('/')}/`,
  );
  expect(labs.length, 'labs in the built site').toBeGreaterThan(0);
  const excesses: string[] = [];
  for (const lab of labs) {
    // A context of its own for each: what an earlier one loaded is in nobody's cache.
    const page = await browser.newPage({ baseURL });
    await page.goto(lab);
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.locator('lab-host')).toHaveAttribute('data-state', 'running');
    expect(scripts.size, `scripts that ${lab} loaded`).toBeGreaterThan(0);
    const weight = [...scripts].reduce((sum, url) => sum + bytes(site, url), 0);
    if (weight > allowed) {
      const inKB = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
      excesses.push(
        `${lab}: Start loads ${inKB(weight)}, ${inKB(weight - allowed)} too much: ${[...scripts].join(' ')}`,
      );
    }
    await page.close();
  }
  expect(excesses).toEqual([]);
});
