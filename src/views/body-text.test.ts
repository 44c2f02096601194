import { expect, test } from 'vitest';
import { bodyText } from './body-text.ts';

test.each([
  [null, 'null'],
  ['two\r\nlines\r\n', 'two\nlines'],
  [[], '(none)'],
  [{}, '(empty)'],
  [{ type: 'offer', sdp: 'v=0\r\ns=-\r\n' }, 'type: offer\nsdp:\n  v=0\n  s=-'],
  [{ ids: [1, { deep: true }], none: null }, 'ids:\n  - 1\n  - deep: true\nnone: null'],
])('%j', (body, text) => {
  expect(bodyText(body)).toBe(text);
});
