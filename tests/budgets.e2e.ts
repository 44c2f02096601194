import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from '@playwright/test';
import { scriptsOfStart } from './scripts-of-start.ts';
import { bytes } from './weight.ts';

const site = join(import.meta.dirname, '../dist');
const allowed = 40 * 1024;
const inKB = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

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
    const scripts = await scriptsOfStart(page);
    expect(scripts, `scripts that ${lab} loaded`).not.toHaveLength(0);
    const weight = scripts.reduce((sum, url) => sum + bytes(site, url), 0);
    if (weight > allowed) {
      excesses.push(`${lab}: Start loads ${inKB(weight)}, ${inKB(weight - allowed)} too much: ${scripts.join(' ')}`);
    }
    await page.close();
  }
  expect(excesses).toEqual([]);
});
