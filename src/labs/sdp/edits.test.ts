import { expect, test } from 'vitest';
import { readDescription } from '../../sdp/description.ts';
import { applyEdits, carriedOver, noEdits, withEdit } from './edits.ts';

const base = readDescription('v=0\r\ns=-\r\na=mid:0\r\na=sendrecv\r\n');
const [, , mid, direction] = base.lines;

test('without an edit it is the same, byte for byte', () => {
  expect(applyEdits(base, noEdits)).toEqual({
    text: 'v=0\r\ns=-\r\na=mid:0\r\na=sendrecv\r\n',
    from: [1, 2, 3, 4],
    marked: new Set(),
  });
});

test('a line is changed, doubled and taken out, and the others keep their place', () => {
  const edits = withEdit(withEdit(noEdits, mid!, ''), direction!, 'a=sendonly\na=hello');
  expect(applyEdits(base, edits)).toEqual({
    text: 'v=0\r\ns=-\r\na=sendonly\r\na=hello\r\n',
    from: [1, 2, 4, 4],
    marked: new Set([3, 4]),
  });
});

test('what reads again as it did is no edit', () => {
  expect(withEdit(withEdit(noEdits, mid!, 'a=mid:9'), mid!, 'a=mid:0').size).toBe(0);
});

test('in another description an edit stays only where the line is about the same thing', () => {
  const edits = withEdit(withEdit(noEdits, mid!, 'a=mid:9'), direction!, 'a=sendonly');
  const other = readDescription('v=0\r\ns=-\r\na=mid:audio\r\na=rtcp-mux\r\n');
  expect([...carriedOver(edits, other)]).toEqual([[3, { was: 'a=mid:audio', now: 'a=mid:9' }]]);
});
