import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { moments } from '../moments.ts';
import { slice } from '../sorted.ts';
import { traces } from '../trace.fixture.ts';
import { pairOf, sdpFold } from './fold.ts';
import { nameOf } from './text.ts';

test('any moment is the fold of its prefix', () => {
  fc.assert(
    fc.property(traces, fc.array(fc.nat(), { maxLength: 8 }), (entries, jumps) => {
      const at = moments(sdpFold, entries);
      for (const jump of jumps) {
        const moment = jump % (entries.length + 1);
        expect(at(moment)).toEqual(entries.slice(0, moment).reduce(sdpFold.advance, sdpFold.start));
      }
    }),
  );
});

const recorded = (file: string): Entry[] =>
  readFileSync(join(import.meta.dirname, '../../../public/traces', file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));

// Firefox sets a description in other words than it made it in: there are two of each.
test.each([
  ['hello-chromium.jsonl', ['1 · alice’s offer', '2 · bob’s answer']],
  ['hello-firefox.jsonl', ['1 · alice’s offer', '2 · alice’s offer', '3 · bob’s answer', '4 · bob’s answer']],
])('%s: an offer and its answer, each text once', (file, names) => {
  const entries = recorded(file);
  const view = moments(sdpFold, entries)(entries.length);
  const told = slice(view.told);
  expect(told.map(nameOf)).toEqual(names);
  for (const each of told) {
    const pair = pairOf(view, each)!;
    expect([pair.offer.type, pair.answer.type]).toEqual(['offer', 'answer']);
    expect([pair.offer, pair.answer]).toContain(each);
  }
});
