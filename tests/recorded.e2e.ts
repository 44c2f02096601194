import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readTrace } from '../src/trace/file.ts';
import { sequenceMoments } from '../src/views/sequence/fold.ts';
import { sequenceText } from '../src/views/sequence/text.ts';

const lesson = '/lessons/start/what-is-webrtc/';

test('a lesson has a stretch of a recorded call in it, without any script, row by row as the trace has it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(lesson);
  const picture = page.locator('.recorded');
  const reading = readTrace(readFileSync('public/traces/hello-chromium.jsonl', 'utf8'));
  if (!reading.ok) throw new Error(reading.problem.reason);
  const { entries } = reading.file;
  const end = entries.findIndex(({ what, name }) => what === 'return' && name === 'setRemoteDescription');
  const text = sequenceText(sequenceMoments(entries)(end + 1));
  const from = text.findIndex((line) => line.includes('createOffer'));

  const rows = await picture.getByRole('listitem').allTextContents();
  expect(rows.map(said)).toEqual(text.slice(from).map(said));
  // Nobody is behind it: nothing invites to be pressed, and the keyboard passes it by.
  await expect(picture.locator('button, [tabindex], [role="tree"], [data-now="true"]')).toHaveCount(0);
  await context.close();
});

/** Without the time, which begins with the first row that is drawn, and without space and signs. */
const said = (text: string) => text.replace(/^\s*[\d.]+ s/, '').replace(/[\s▸·:✕]/g, '');
