import { expect, test } from 'vitest';
import { described } from '../../protocol/exchange.fixture.ts';
import { openHistory, type Past } from './history.ts';

const past = (mail: string, sdp = ''): Past => ({
  input: {
    ...{ seq: 0, at: 0, from: 'a', mail, ack: false, what: 'offered', offer: 'a:1' },
    description: described('offer', sdp),
  },
  tell: [],
});
const mails = (pasts: Past[]) => pasts.map(({ input }) => input.mail);

test('each life of a room has a past of its own', () => {
  const history = openHistory({ steps: 100, characters: 100_000 });
  const [first, second] = [Symbol('maths'), Symbol('maths')];
  history.add(first, past('1'));
  history.add(second, past('2'));
  history.add(first, past('3'));
  expect([mails(history.of(first)), mails(history.of(second))]).toEqual([['1', '3'], ['2']]);
});

test('what is oldest is forgotten first, by number and by size', () => {
  const room = Symbol('maths');
  const few = openHistory({ steps: 16, characters: 1_000_000 });
  for (let n = 0; n < 100; n++) few.add(room, past(`${n}`));
  const left = mails(few.of(room));
  expect(left.at(-1)).toBe('99');
  expect(left.length).toBeGreaterThan(8);
  expect(left.length).toBeLessThanOrEqual(16);

  const small = openHistory({ steps: 1_000, characters: 10_000 });
  for (let n = 0; n < 100; n++) small.add(room, past(`${n}`, 'x'.repeat(1_000)));
  expect(mails(small.of(room)).length).toBeLessThanOrEqual(8);
  small.add(room, past('huge', 'x'.repeat(50_000)));
  expect(small.of(room)).toEqual([]);
});
