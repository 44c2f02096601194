import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { region } from '../src/components/region.ts';

test('a page without a server is one too: what the lesson types into two consoles connects them', {
  tag: '@both',
}, async ({ page, context }) => {
  const other = await context.newPage();
  const source = (who: string) => readFileSync(`src/labs/by-hand/${who}.console.ts`, 'utf8');
  const type = (who: string, name: string) =>
    region(source(who), who, name)
      .map(({ text }) => text)
      .join('\n');
  const printed = (page: Page) => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    return lines;
  };
  const [atAlice, atBob] = [printed(page), printed(other)];
  /** A console keeps its variables from one input to the next, and waits at await. */
  const run = (page: Page, code: string) =>
    page.evaluate(`(async () => {${code.replace(/^const (\w+) =/gm, 'globalThis.$1 =')}})()`);
  /** With each candidate the description is printed again; the one that holds them all is the last. */
  const last = async (page: Page, who: string, lines: string[]) => {
    await page.waitForFunction(
      (who) => (globalThis as never as Record<string, RTCPeerConnection>)[who]!.iceGatheringState === 'complete',
      who,
    );
    await expect.poll(() => lines.at(-1)).toContain('candidate:');
    return lines.at(-1);
  };

  await page.goto('/healthz');
  await other.goto('/healthz');
  await run(page, type('alice', 'offer'));
  await run(other, `const offer = ${await last(page, 'alice', atAlice)};\n${type('bob', 'answer')}`);
  await run(page, `const answer = ${await last(other, 'bob', atBob)};\n${type('alice', 'answer')}`);
  await page.waitForFunction(() => (globalThis as never as { chat: RTCDataChannel }).chat.readyState === 'open');
  expect(atAlice.length, 'the description is printed again at each candidate').toBeGreaterThan(1);
  const sizes = atAlice.map((text) => text.match(/a=candidate/g)?.length ?? 0);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  await run(page, type('alice', 'say'));
  await expect.poll(() => atBob.at(-1)).toBe('Hello Bob, no server has read this.');
});
