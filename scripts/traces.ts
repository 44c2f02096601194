import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Browser, chromium, firefox, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import type { LabHost } from '../src/labs/lab-host.ts';
import { writeTrace } from '../src/trace/file.ts';
import { offsetsOf } from '../src/trace/offsets.ts';
import { redact } from '../src/trace/redact.ts';

// `npm run traces`: records the examples of /replay/ in real browsers, on the site that a server at this address shows.
const [url] = process.argv.slice(2);
if (!url) {
  console.error('Say where Trickle runs: npm run traces -- http://localhost:8181');
  process.exit(1);
}

const launch = async (name: 'chromium' | 'firefox'): Promise<Browser> => {
  const { launchOptions, channel } = config.projects!.find((project) => project.name === name)!.use!;
  return { chromium, firefox }[name].launch({ ...launchOptions, channel });
};

async function hello(page: Page) {
  await page.goto('/labs/hello/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('status', { name: 'Call' }).getByText('Connected').waitFor();
  await page.getByRole('textbox', { name: 'Alice says' }).fill('Hello, Bob!');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Chat' }).getByText('Hello, Bob!').waitFor();
}

async function record(name: 'chromium' | 'firefox', file: string) {
  const browser = await launch(name);
  try {
    const page = await browser.newPage({ baseURL: url! });
    await hello(page);
    const entries = await page.evaluate(() => [...document.querySelector<LabHost>('lab-host')!.lab!.trace.entries]);
    const text = writeTrace({
      recorded: new Date().toISOString(),
      offsets: offsetsOf(entries),
      entries: redact(entries),
    });
    await writeFile(resolve(import.meta.dirname, '../public/traces', `${file}.jsonl`), text);
    console.log(`Recorded: ${file}, ${entries.length} entries`);
  } finally {
    await browser.close();
  }
}

await record('chromium', 'hello-chromium');
await record('firefox', 'hello-firefox');
