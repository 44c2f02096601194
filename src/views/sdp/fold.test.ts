import { expect, test } from 'vitest';
import { expectFoldedPrefixes } from '../any-moment.fixture.ts';
import { moments } from '../moments.ts';
import { recorded } from '../recorded.fixture.ts';
import { slice } from '../sorted.ts';
import { pairOf, sdpFold } from './fold.ts';
import { nameOf } from './text.ts';

test('any moment is the fold of its prefix', () => expectFoldedPrefixes(sdpFold));

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
