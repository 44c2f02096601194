import { expect, test } from 'vitest';
import { acknowledged, letter, newOutbox, put } from './outbox.ts';

const hand = { what: 'raisedHand' } as const;
const at = (page: string) => ({ what: 'moved', place: { page } }) as const;

test('what an earlier page left goes first, under its old numbers', () => {
  const before = put(put(newOutbox('old'), hand), { what: 'loweredHand' });
  let outbox = put(newOutbox('new', before.waiting), hand);
  expect(letter(outbox)).toEqual({
    source: 'old',
    events: [
      { nr: 1, event: hand },
      { nr: 2, event: { what: 'loweredHand' } },
    ],
  });
  outbox = acknowledged(outbox, 'old', 2);
  expect(letter(outbox)).toEqual({ source: 'new', events: [{ nr: 1, event: hand }] });
  expect(letter(acknowledged(outbox, 'new', 1))).toBeUndefined();
});

test('of where somebody is only the last waits, and everything else stays', () => {
  const outbox = put(put(put(newOutbox('one'), at('/a/')), hand), at('/b/'));
  expect(outbox.waiting.map(({ nr, event }) => [nr, event.what])).toEqual([
    [2, 'raisedHand'],
    [3, 'moved'],
  ]);
});

test('a message carries no more than the server takes', () => {
  let outbox = newOutbox('one');
  for (let nr = 0; nr < 60; nr++) outbox = put(outbox, hand);
  expect(letter(outbox)?.events).toHaveLength(50);
});
