import { expect, test } from 'vitest';
import { messageOf } from './message.ts';

const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index);
const first = '0x000102030405060708090a0b0c0d0e0f1011121314151617';

test.each([
  ['a short text', 'hello', { bytes: 5, preview: 'hello' }],
  [
    'a long text: how it begins, and how long it is on the wire',
    'é'.repeat(500),
    { bytes: 1_000, preview: 'é'.repeat(120) },
  ],
  ['a buffer', bytes.buffer, { bytes: 1_000, preview: `${first}…` }],
  ['a part of one', bytes.subarray(0, 24), { bytes: 24, preview: first }],
  ['a view of some of it', new DataView(bytes.buffer, 1, 2), { bytes: 2, preview: '0x0102' }],
  ['a blob', new Blob(['hello'], { type: 'text/plain' }), { bytes: 5, preview: 'text/plain' }],
  ['what no channel takes', { hello: 1 }, undefined],
])('%s', (_, data, message) => {
  expect(messageOf(data)).toEqual(message);
});
