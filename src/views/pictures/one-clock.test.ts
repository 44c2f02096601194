import { expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { oneClock, stationKinds } from './one-clock.ts';

const epoch = 1_795_263_935_000;
const entry = (who: string, what: Entry['what'], at: number, mail?: string): Entry => ({
  ...{ id: `${who}:${at}`, seq: 0, who, what, at, name: 'offer' },
  ...(mail !== undefined && { mail }),
});

const call = [
  entry('alice', 'sent', 100, 'm1'),
  entry('server', 'received', epoch + 102, 'm1'),
  entry('bob', 'step', 60_000),
  entry('server', 'sent', epoch + 60_010, 'm1'),
  entry('bob', 'received', 60_012, 'm1'),
];

test('two of one page have its clock, though no mail went between them yet; the server’s is known by its mail', () => {
  const clock = oneClock(call.slice(0, 3), ['alice', 'bob']);
  expect(call.slice(0, 3).map(clock)).toEqual([100, 100, 60_000]);
  expect(call.map(oneClock(call, ['alice', 'bob']))).toEqual([100, 102, 60_000, 60_010, 60_012]);
});

test('each new kind of station tells more of the clocks', () => {
  expect(call.map((_, at) => stationKinds(call.slice(0, at + 1)))).toEqual([1, 2, 2, 3, 4]);
});
