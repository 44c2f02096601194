import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Browser, chromium, firefox, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import type { Entry } from '../protocol/entry.ts';
import type { LabHost } from '../src/labs/lab-host.ts';
import { writeTrace } from '../src/trace/file.ts';
import { offsetsOf } from '../src/trace/offsets.ts';
import { redact } from '../src/trace/redact.ts';
import { serveSource } from '../tests/source-site.ts';

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

async function hello(page: Page): Promise<Entry[]> {
  await page.goto('/labs/hello/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('status', { name: 'Call' }).getByText('Connected').waitFor();
  await page.getByRole('textbox', { name: 'Alice says' }).fill('Hello, Bob!');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Chat' }).getByText('Hello, Bob!').waitFor();

  return page.evaluate(() => [...document.querySelector<LabHost>('lab-host')!.lab!.trace.entries]);
}

/** No lab makes this call: it runs from the source, on an empty page. */
async function answerTooEarly(page: Page): Promise<Entry[]> {
  const source = await serveSource();
  try {
    await page.goto(source.url);
    return await page.evaluate("import('/src/replay/answer-too-early.ts').then((module) => module.answerTooEarly())");
  } finally {
    await source.close();
  }
}

async function record(name: 'chromium' | 'firefox', call: (page: Page) => Promise<Entry[]>, file: string) {
  const browser = await launch(name);
  try {
    const entries = await call(await browser.newPage({ baseURL: url! }));
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

await record('chromium', hello, 'hello-chromium');
await record('firefox', hello, 'hello-firefox');
await record('chromium', answerTooEarly, 'answer-too-early');
