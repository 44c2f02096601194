import { expect, test } from '@playwright/test';
import parser from 'mermaid';
import type { Entry } from '../../protocol/entry.ts';
import { serveSource } from '../../tests/source-site.ts';
import { causalOrder } from './causal-order.ts';
import { clockWith } from './clock.ts';
import { readTrace, writeTrace } from './file.ts';
import { mermaid } from './mermaid.ts';
import { offsetsOf } from './offsets.ts';
import type * as Recorded from './recording/recorded-call.ts';
import { redact } from './redact.ts';
import { createTrace } from './trace.ts';

type Call = Awaited<ReturnType<typeof Recorded.recordedCall>>;

let site: Awaited<ReturnType<typeof serveSource>>;
test.beforeAll(async () => {
  site = await serveSource();
});
test.afterAll(() => site.close());

test('a real call can be merged, kept, redacted and drawn', { tag: '@both' }, async ({ page }) => {
  await page.goto(site.url);
  const recorded = `import('/src/trace/recording/recorded-call.ts').then(({ recordedCall }) => recordedCall())`;
  const { entries } = await page.evaluate<Call>(recorded);

  const hour = 3_600_000;
  const bobIsLate = (entry: Entry) => (entry.who === 'bob' ? { ...entry, at: entry.at + hour } : entry);
  const [alice, bob] = ['alice', 'bob'].map((who) => entries.filter((entry) => entry.who === who).map(bobIsLate));
  const trace = createTrace(() => 0);
  expect(trace.take([...alice!, ...bob!, ...alice!])).toEqual([]);
  const merged = [...trace.entries];
  expect(merged).toHaveLength(entries.length);
  const offsets = offsetsOf(merged);
  // What the chat took to travel is all that is uncertain.
  expect(Math.abs(offsets.bob! + hour)).toBeLessThan(10_000);
  const clock = clockWith(offsets, merged);
  expect(causalOrder(merged, clock)).toHaveLength(merged.length);

  const file = { recorded: new Date().toISOString(), offsets, entries: merged };
  expect(readTrace(writeTrace(file))).toEqual({ ok: true, file });

  const redacted = redact(merged);
  expect(redact(redacted)).toEqual(redacted);
  const text = JSON.stringify(redacted);
  for (const secret of secretsOf(JSON.stringify(merged))) expect(text).not.toContain(secret);
  const states = (entries: Entry[]) => entries.filter(({ what }) => what === 'state');
  expect(states(redacted)).toEqual(states(merged));
  expect(redacted.map(({ name, on }) => [name, on])).toEqual(merged.map(({ name, on }) => [name, on]));

  for (const trace of [merged, redacted]) await parser.parse(mermaid(trace, clock));
});

const secretsOf = (text: string) => [
  ...[/ice-pwd:([^\\\s]+)/, /sha-256 ([0-9A-F:]+)/, /"track":"([^"]+)"/, /"usernameFragment":"([^"]+)"/].map(
    (secret) => text.match(secret)![1]!,
  ),
];
