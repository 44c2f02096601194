import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from '@playwright/test';
import { withImports } from '../build/static-imports.ts';
import { scriptsOfStart } from './scripts-of-start.ts';
import { bytes } from './weight.ts';

const site = join(import.meta.dirname, '../dist');
const allowed = 40 * 1024;
/** What a lab fetches to speak with the server, and nothing else of it: some labs do so at Start, others at a step. */
const wayToTheServer = () => {
  const chunks = (...names: string[]) =>
    withImports(
      site,
      names.flatMap((name) => globSync(`_astro/${name}.*.js`, { cwd: site }).map((file) => `/${file}`)),
    );
  return chunks('reach', 'socket-io').difference(chunks('run-lab'));
};

const inKB = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

test('every lab starts with 40 KB of JavaScript', async ({ browser, baseURL }) => {
  const labs = globSync('labs/*/index.html', { cwd: site }).map(
    (file) => `/${file.split(sep).slice(0, -1).join('/')}/`,
  );
  expect(labs.length, 'labs in the built site').toBeGreaterThan(0);
  const excesses: string[] = [];
  const way = wayToTheServer();
  for (const lab of labs) {
    // A context of its own for each: what an earlier one loaded is in nobody's cache.
    const page = await browser.newPage({ baseURL });
    await page.goto(lab);
    const scripts = (await scriptsOfStart(page)).filter((url) => !way.has(url));
    expect(scripts, `scripts that ${lab} loaded`).not.toHaveLength(0);
    const weight = scripts.reduce((sum, url) => sum + bytes(site, url), 0);
    if (weight > allowed) {
      excesses.push(`${lab}: Start loads ${inKB(weight)}, ${inKB(weight - allowed)} too much: ${scripts.join(' ')}`);
    }
    await page.close();
  }
  expect(excesses).toEqual([]);
});

test('the way to the server costs 35 KB of JavaScript', () => {
  const scripts = [...wayToTheServer()];
  expect(scripts.map((url) => url.match(/([^/]+?)\.[^.]+\.js$/)?.[1])).toEqual(
    expect.arrayContaining(['reach', 'socket-io']),
  );
  const weight = scripts.reduce((sum, url) => sum + bytes(site, url), 0);
  expect(weight, `${inKB(weight)}: ${scripts.join(' ')}`).toBeLessThanOrEqual(35 * 1024);
});

test('what is opened in a lab that runs costs 25 KB of JavaScript at most', async ({ page }) => {
  const later = 25 * 1024;
  await page.goto('/labs/hello/');
  await scriptsOfStart(page);
  await expect(page.getByRole('status', { name: 'Call' })).toContainText('Connected');
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (request.resourceType() === 'script' && protocol !== 'blob:') scripts.add(pathname);
  });
  const opened = {
    States: async () => {
      await page.getByText('States', { exact: true }).click();
      await expect(page.getByRole('region', { name: 'States' })).toBeVisible();
    },
    Wire: async () => {
      await page.getByText('Wire', { exact: true }).click();
      await expect(page.getByRole('region', { name: 'Messages' })).toBeVisible();
    },
    Candidates: async () => {
      await page.getByText('Candidates', { exact: true }).click();
      await expect(page.getByRole('region', { name: 'Candidates' })).toBeVisible();
    },
    SDP: async () => {
      await page.getByText('SDP', { exact: true }).click();
      await expect(page.getByRole('region', { name: 'Session descriptions' })).toBeVisible();
    },
    'the exported file': async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export as a file' }).click();
      await download;
    },
    'the diagram': async () => {
      await page.getByRole('button', { name: 'Copy as Mermaid' }).click();
      await expect(
        page.getByRole('textbox', { name: 'Text of the call' }).or(page.getByText('Copied the call')),
      ).toBeAttached();
    },
  };
  for (const [what, open] of Object.entries(opened)) {
    scripts.clear();
    await open();
    const weight = [...scripts].reduce((sum, url) => sum + bytes(site, url), 0);
    expect(weight, `${what} loads ${inKB(weight)}: ${[...scripts].join(' ')}`).toBeLessThanOrEqual(later);
  }
});

test('the editor of a lab’s code comes with Edit, and weighs 140 KB more than Start', async ({ page }) => {
  await page.goto('/labs/hello/');
  await scriptsOfStart(page);
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await page.getByRole('button', { name: /^Edit / }).click();
  await expect(page.getByRole('textbox', { name: /your version/ })).toBeFocused();
  const weight = [...scripts].reduce((sum, url) => sum + bytes(site, url), 0);
  expect(weight, `${inKB(weight)}: ${[...scripts].join(' ')}`).toBeLessThanOrEqual(140 * 1024);
});
