import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

const example = 'public/traces/hello-chromium.jsonl';
const toItsEnd = (page: Page) => page.getByRole('slider', { name: 'Moment' }).press('End');
const trace = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** What the picture says of itself, as whoever copies it as text gets it. */
const sequenceText = (page: Page) => copied(page, 'text', 'the sequence');

async function copied(page: Page, as: string, what: string) {
  // Plain HTTP has no clipboard, and neither does a page to which nobody granted one: then the text is shown.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await page.getByRole('button', { name: `Copy as ${as}` }).click();
  const shown = page.getByRole('textbox', { name: `Text of ${what}` });
  const text = await shown.inputValue();
  await page.getByRole('button', { name: 'Close' }).click();
  return text;
}

async function drop(page: Page, name: string, content: string) {
  const data = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], name!));
      return transfer;
    },
    [name, content],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('an example opens, and can be walked through entry by entry @both', async ({ page }) => {
  await page.goto('/replay/');
  await page.getByRole('link', { name: 'Alice calls Bob, in Firefox' }).click();
  await expect(trace(page, 'Alice calls Bob, in Firefox')).toContainText('entries of alice and bob');
  const slider = page.getByRole('slider', { name: 'Moment' });
  await expect(page.getByRole('treeitem'), 'it begins at its beginning').toHaveCount(1);
  await slider.press('End');
  const all = await sequenceText(page);
  await slider.press('Home');
  await expect(page.getByText('Nothing has happened yet.')).toBeVisible();
  await slider.press('ArrowRight');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await slider.press('End');
  expect(await sequenceText(page)).toBe(all);
});

test('an example shows calls that a browser refused, in its words, and why', async ({ page }) => {
  await page.goto('/replay/');
  await page.getByRole('link', { name: 'Bob answers too early' }).click();
  await toItsEnd(page);
  const refused = page.getByRole('treeitem', { name: /InvalidStateError/ });
  await expect(refused).toHaveCount(2);
  await expect(refused.first()).toContainText('cannot create an answer');
  await page.getByText('States', { exact: true }).click();
  const lines = readFileSync('public/traces/answer-too-early.jsonl', 'utf8').trim().split('\n').slice(1);
  const throws = lines.flatMap((line, index) => (JSON.parse(line).what === 'throw' ? [index + 1] : []));
  const slider = page.getByRole('slider', { name: 'Moment' });
  await slider.fill(String(throws[0]));
  const bob = page.getByRole('region', { name: 'bob, pc1' });
  await expect(bob).toContainText('createAnswer() was refused in stable');
  await expect(bob).toContainText('An answer needs an offer, and none is open.');
  await slider.fill(String(throws[1]));
  const alice = page.getByRole('region', { name: 'alice, pc1' });
  await expect(alice).toContainText('setRemoteDescription(answer) was refused in stable');
  await expect(alice).toContainText('An answer needs an offer, and none of ours is open.');
});

for (const [what, as, holds] of [
  ['sequence', 'text', /createOffer → offer/],
  ['call', 'Mermaid', /^sequenceDiagram/],
] as const) {
  test(`where the page may use the clipboard, the ${what} is copied as ${as}`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/replay/');
    await page.getByRole('link', { name: 'Alice calls Bob, in Chromium' }).click();
    await toItsEnd(page);
    await page.getByRole('button', { name: `Copy as ${as}` }).click();
    await expect(page.getByRole('status').getByText(`Copied the ${what} as ${as}.`)).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(holds);
    await context.clearPermissions();
  });
}

test('a file that is too large is refused with a sentence, and what was open stays', async ({ page }) => {
  await page.goto('/replay/');
  await page.locator('input[type=file]').setInputFiles(example);
  await expect(trace(page, 'hello-chromium.jsonl')).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(51_000_000)], 'large.jsonl'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  await expect(page.getByRole('alert')).toContainText('This file has 51 MB, and a trace may have 50.');
  await expect(trace(page, 'hello-chromium.jsonl')).toBeVisible();
});

test('a file can be chosen, exported again, and shows the same when it is dropped', async ({ page }) => {
  await page.goto('/replay/');
  await page.locator('input[type=file]').setInputFiles(example);
  await expect(trace(page, 'hello-chromium.jsonl')).toBeVisible();
  await toItsEnd(page);
  const before = await sequenceText(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const kept = readFileSync(await (await download).path(), 'utf8');
  await drop(page, 'kept.jsonl', kept);
  await expect(trace(page, 'kept.jsonl')).toBeVisible();
  await toItsEnd(page);
  expect(await sequenceText(page)).toBe(before);
});

test('a diagram gives away no more than a file does', async ({ page }) => {
  await page.goto('/replay/');
  const entry = { seq: 0, at: 0, who: 'alice', what: 'throw', name: 'addIceCandidate' };
  const body = { name: 'OperationError', message: 'No way to 93.184.216.34.' };
  const head = { trickle: 1, offsets: {}, recorded: '2026-01-01T00:00:00Z' };
  await drop(page, 'refused.jsonl', [head, { ...entry, id: 'alice:1', body }].map((l) => JSON.stringify(l)).join('\n'));
  await expect(trace(page, 'refused.jsonl')).toBeVisible();
  const diagram = () => copied(page, 'Mermaid', 'the call');
  expect(await diagram()).toMatch(/No way to (?!93\.)[\d.]+/);
  await page.getByRole('checkbox', { name: 'without addresses' }).uncheck();
  expect(await diagram()).toContain('No way to 93.184.216.34.');
});

test('text can be pasted, but not past a field that somebody writes in', async ({ page }) => {
  await page.goto('/replay/');
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    readFileSync(example, 'utf8'),
  );
  await expect(trace(page, 'What you pasted')).toBeVisible();
});

for (const [kind, content, says] of [
  ['a page', '<!doctype html><title>Hello</title>', /page|HTML/i],
  [
    'a trace of a newer Trickle',
    '{"trickle":999,"offsets":{},"recorded":"2031-01-01T00:00:00Z"}\n',
    /version 999.*Update Trickle/,
  ],
  ['nothing', '', /empty|nothing/i],
  ['something else', 'dear diary', /trace/],
] as const) {
  test(`${kind} is refused with a sentence, and what was open stays`, async ({ page }) => {
    await page.goto('/replay/');
    await page.locator('input[type=file]').setInputFiles(example);
    await expect(trace(page, 'hello-chromium.jsonl')).toBeVisible();
    await drop(page, 'other.jsonl', content);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(trace(page, 'hello-chromium.jsonl')).toBeVisible();
    await page.getByRole('link', { name: 'Alice calls Bob, in Firefox' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('of a damaged file the line is named, and what stands before it can be opened', async ({ page }) => {
  const lines = readFileSync(example, 'utf8').split('\n');
  lines[30] = lines[30]!.slice(0, 20);
  await page.goto('/replay/');
  await drop(page, 'damaged.jsonl', lines.join('\n'));
  await expect(page.getByRole('alert')).toContainText('Line 31 is damaged');
  await expect(trace(page, 'damaged.jsonl')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open what stands before it' }).click();
  await expect(trace(page, 'damaged.jsonl')).toContainText('29 entries');
});
