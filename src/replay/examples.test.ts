import { readFileSync } from 'node:fs';
import parser from 'mermaid';
import { describe, expect, test } from 'vitest';
import { causalOrder } from '../trace/causal-order.ts';
import { clockWith } from '../trace/clock.ts';
import { readTrace } from '../trace/file.ts';
import { mermaid } from '../trace/mermaid.ts';
import { redact } from '../trace/redact.ts';
import { wireFold } from '../views/wire/fold.ts';
import { wireText } from '../views/wire/text.ts';
import { examples } from './examples.ts';

function open(name: string) {
  const reading = readTrace(readFileSync(`public/traces/${name}.jsonl`, 'utf8'));
  if (!reading.ok) throw new Error(reading.problem.reason);
  const { entries, offsets } = reading.file;
  return { entries, offsets, clock: clockWith(offsets, entries) };
}

describe.each(examples.map(({ file }) => file))('%s', (file) => {
  const { entries, clock } = open(file);

  test('stands in an order in which it can have happened, and gives nothing away', () => {
    expect(causalOrder(entries, clock)).toEqual(entries);
    expect(redact(entries)).toEqual(entries);
  });

  test('is a diagram that Mermaid accepts', async () => {
    await parser.parse(mermaid(entries, clock));
  });
});

test('two pages and the server, whose clocks are far apart, are one call', () => {
  const { entries, offsets, clock } = open('across-the-server');
  expect(new Set(entries.map(({ who }) => who))).toEqual(new Set(['alice', 'bob', 'server']));
  expect(Math.abs(offsets.server!)).toBeGreaterThan(3_600_000);
  const fold = wireFold(clock);
  const [offer, answer] = ['offer', 'answer'].map((kind) =>
    wireText(entries.reduce(fold.advance, fold.start), clock).find((line) => line.includes(` ${kind} `)),
  );
  expect(offer).toContain('alice → bob');
  expect(answer).toContain('bob → alice');
});
