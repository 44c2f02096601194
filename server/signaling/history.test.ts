import { expect, test } from 'vitest';
import { described } from '../../protocol/exchange.fixture.ts';
import { exchange } from '../../protocol/exchange.ts';
import { emptyRoom, type Input, type Step } from '../../protocol/room.ts';
import type { Numbered } from '../log/memory.ts';
import { openHistory } from './history.ts';

/** A room in which Alice offers and withdraws, without end. */
function busyRoom(history: ReturnType<typeof openHistory>, sdp = '') {
  const past = history(emptyRoom);
  const told: Step['tell'][] = [];
  let room = emptyRoom;
  let seq = 0;
  function does(saying: object) {
    const input = { seq, at: seq, from: 'alice', mail: `${seq}`, ack: true, ...saying } as Numbered<Input>;
    seq += 1;
    past.add(input);
    const { state, tell } = exchange(room, input);
    room = state;
    told.push(tell);
  }
  does({ what: 'joined', name: 'alice', lock: '', keeps: true });
  return {
    past,
    told,
    goesOn(times: number) {
      for (let n = 0; n < times; n++) {
        const offer = `alice:${seq}`;
        does({ what: 'offered', offer, description: described('offer', sdp) });
        does({ what: 'offerWithdrawn', offer });
      }
    },
    numbers: () => past.steps().map(({ input }) => input.seq),
  };
}

const plenty = { ofOne: 1_000, inputs: 1_000, characters: 1_000_000 };

test('what was told is told the same when it is folded again', () => {
  const room = busyRoom(openHistory(plenty));
  room.goesOn(20);
  expect(room.past.steps().map(({ tell }) => tell)).toEqual(room.told);
});

test('the oldest is forgotten, and what is left is still the same', () => {
  const room = busyRoom(openHistory({ ...plenty, ofOne: 20 }));
  room.goesOn(100);
  const steps = room.past.steps();
  expect(steps.length).toBeGreaterThan(9);
  expect(steps.length).toBeLessThanOrEqual(20);
  expect(steps.map(({ tell }) => tell)).toEqual(room.told.slice(-steps.length));
});

test.each([
  ['inputs', { inputs: 100 }, ''],
  ['characters', { characters: 100_000 }, 'x'.repeat(5_000)],
])('the %s of all rooms together are bounded, and one that is quiet keeps its own', (_, limit, sdp) => {
  const history = openHistory({ ...plenty, ...limit });
  const [quiet, loud] = [busyRoom(history, sdp), busyRoom(history, sdp)];
  quiet.goesOn(5);
  loud.goesOn(500);
  expect(quiet.numbers()).toHaveLength(11);
  expect(loud.numbers().length).toBeLessThanOrEqual(100);
});

test('a room that is closed makes place for others', () => {
  const history = openHistory({ ...plenty, inputs: 100 });
  for (let n = 0; n < 10; n++) {
    const room = busyRoom(history);
    room.goesOn(40);
    expect(room.numbers()).toHaveLength(81);
    room.past.close();
  }
});
