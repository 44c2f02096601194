import { expect, test } from 'vitest';
import { sayWaiting, waitingIn } from './held-letters.ts';

test('candidates of one that came right after each other are passed on together, and everything in its order', () => {
  const said = (nr: number, what: string, from = 'bob', to = 'alice') => ({ nr, what, from, to });
  const desk = [
    said(3, 'answered'),
    said(4, 'candidateFound'),
    said(5, 'candidateFound'),
    said(6, 'candidateFound', 'alice', 'bob'),
    said(7, 'candidateFound'),
    said(8, 'hungUp'),
  ];
  expect(waitingIn(desk).map((one) => [one.upTo, sayWaiting(one)])).toEqual([
    [3, 'Bob’s answer to Alice'],
    [5, 'Bob’s 2 candidates to Alice'],
    [6, 'Alice’s candidate to Bob'],
    [7, 'Bob’s candidate to Alice'],
    [8, 'Bob’s word that it is over, to Alice'],
  ]);
});
