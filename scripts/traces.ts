import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Browser, chromium, firefox, type Page } from '@playwright/test';
import config from '../playwright.config.ts';
import type { Entry } from '../protocol/entry.ts';
import type { LabHost } from '../src/labs/lab-host.ts';
import { causalOrder } from '../src/trace/causal-order.ts';
import { clockWith } from '../src/trace/clock.ts';
import { sayConflict } from '../src/trace/conflict.ts';
import { writeTrace } from '../src/trace/file.ts';
import { offsetsOf } from '../src/trace/offsets.ts';
import { redact } from '../src/trace/redact.ts';
import { createTrace } from '../src/trace/trace.ts';
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
  return noted(page);
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

/** Each in a browser of their own: what both pages noted, and what the server says that it did, in one trace. */
async function acrossTheServer(alice: Page): Promise<Entry[]> {
  const browser = await launch('firefox');
  try {
    const bob = await browser.newPage({ baseURL: url! });
    const sentence = (page: Page, text: string) => page.getByRole('status', { name: 'Call' }).getByText(text).waitFor();
    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
    const enter = async (page: Page, who: string) => {
      await page.goto(`/labs/call/?room=example&who=${who}`);
      await page.getByRole('radio', { name: 'Synthetic' }).check({ force: true });
      await press(page, 'Start');
    };
    await enter(alice, 'alice');
    await sentence(alice, 'Nobody else is here yet');
    await enter(bob, 'bob');
    await sentence(bob, 'alice is here');
    await press(alice, 'Call bob');
    await press(bob, 'Answer alice');
    await sentence(alice, 'You are talking to bob');
    await sentence(bob, 'You are talking to alice');
    await press(bob, 'Hang up');
    await sentence(alice, 'bob has hung up');

    const trace = createTrace(() => 0);
    for (const page of [alice, bob]) {
      const conflicts = trace.take(await noted(page));
      if (conflicts.length > 0) throw new Error(conflicts.map(sayConflict).join('\n'));
    }
    const clock = clockWith(offsetsOf(trace.entries), trace.entries);
    return causalOrder(trace.entries, clock).map((entry, seq) => ({ ...entry, seq }));
  } finally {
    await browser.close();
  }
}

/** What the lab that runs in a page has noted so far. */
const noted = (page: Page) => page.evaluate(() => [...document.querySelector<LabHost>('lab-host')!.lab!.trace.entries]);

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
await record('chromium', acrossTheServer, 'across-the-server');
