import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/root.js';
import { findBrowser } from '../../scripts/test/browsers.ts';
import type { Rows } from '../row.ts';
import { start } from '../start.ts';

type Report = { categories: Record<string, { title: string; score: number | null }> };

export const rows: Rows = async function* () {
  const [lesson] = globSync('lessons/*/*/index.html', { cwd: join(root, 'dist') });
  const house = await start(root);
  try {
    for (const page of ['/', ...(lesson ? [`/${lesson.split(sep).slice(0, -1).join('/')}/`] : [])]) {
      const { categories } = await lighthouse(house.url + page);
      const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
      yield [`Lighthouse of ${page}`, scores.join(', ')];
    }
  } finally {
    await house.stop();
  }
};

async function lighthouse(url: string): Promise<Report> {
  const cli = join(root, 'node_modules/lighthouse/cli/index.js');
  const args = [cli, url, '--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: findBrowser('chromium') },
    maxBuffer: 100 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}
