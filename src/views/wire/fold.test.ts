import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMail } from '../../trace/station.ts';
import { expectFoldedPrefixes } from '../any-moment.fixture.ts';
import { heldCall } from '../held-call.fixture.ts';
import { moments } from '../moments.ts';
import { slice } from '../sorted.ts';
import { traces } from '../trace.fixture.ts';
import { wireFold } from './fold.ts';
import { wireText } from './text.ts';

const fold = wireFold();

test('any moment is the fold of its prefix', () => expectFoldedPrefixes(fold));

test('every message is there once, with all of its stations', () => {
  fc.assert(
    fc.property(traces, (entries) => {
      const mails = slice(moments(fold, entries)(entries.length).post.mails);
      expect(mails.flatMap(({ points }) => points).length).toBe(entries.filter(isMail).length);
      expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
      expect(mails.map(({ number }) => number)).toEqual(mails.map((_, index) => index + 1));
    }),
  );
});

test('the messages of a call by way of the server, in words', () => {
  expect(wireText(moments(fold, heldCall)(heldCall.length))).toMatchInlineSnapshot(`
    [
      "#  When     From → to       Kind       Size   Waited  Travel",
      "1  0.017 s  alice → bob     offer      108 B  3.0 s   5 ms",
      "2  0.020 s  alice → bob     candidate  94 B   3.0 s   5 ms",
      "3  0.021 s  alice → bob     candidate  94 B   3.0 s   5 ms",
      "4  0.022 s  alice → bob     candidate  94 B   3.0 s   5 ms",
      "5  0.030 s  alice → …       candidate  94 B",
      "6  3.070 s  bob → alice     answer     109 B  3 ms    5 ms",
      "7  3.086 s  alice → server  offer      108 B  2 ms    refused",
    ]
  `);
});
