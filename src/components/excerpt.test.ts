import { expect, test } from 'vitest';
import { piecesOf } from './excerpt.ts';

test('what was looked for is told from what stands around it', () => {
  expect(piecesOf('a <mark>track</mark> ends')).toEqual([
    { text: 'a ', marked: false },
    { text: 'track', marked: true },
    { text: ' ends', marked: false },
  ]);
});

test('code in an excerpt is text, whatever it looks like', () => {
  expect(piecesOf('&lt;video&gt; &amp; <mark>&quot;x&quot;</mark>')).toEqual([
    { text: '<video> & ', marked: false },
    { text: '"x"', marked: true },
  ]);
  expect(piecesOf('&amp;lt;')).toEqual([{ text: '&lt;', marked: false }]);
});
