import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../../scripts/root.js';
import { findBrowser } from '../../scripts/test/browsers.ts';
import { scriptsOfStart } from '../../tests/scripts-of-start.ts';
import { bytes, total, weightOf } from '../../tests/weight.ts';
import { kilobytes, type Rows } from '../row.ts';
import { start } from '../start.ts';

const site = join(root, 'dist');

export const rows: Rows = async function* () {
  const house = await start(root);
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
  try {
    for (const file of globSync('**/*.html', { cwd: site }).sort()) {
      const url = `/${file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`;
      const weight = weightOf(site, file);
      yield [`Weight of ${url} before Start`, `${kilobytes(total(weight))}, of it JavaScript ${kilobytes(weight.js)}`];
      const page = await browser.newPage({ baseURL: house.url });
      await page.goto(url);
      if ((await page.locator('lab-host').count()) > 0) {
        const scripts = await scriptsOfStart(page);
        const bytesOfStart = scripts.reduce((sum, script) => sum + bytes(site, script), 0);
        yield [`Weight of ${url}, what Start adds`, kilobytes(bytesOfStart)];
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await house.stop();
  }
};
