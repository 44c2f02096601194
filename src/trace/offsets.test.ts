import { expect, test } from 'vitest';
import { steady, written } from './offsets.fixture.ts';
import { offsetsOf } from './offsets.ts';

const hour = 3_600_000;

const clocks = steady({ alice: 0, server: 40, bob: hour });

test('mail in both directions: the middle of the bounds', () => {
  const entries = written(clocks, [
    [
      ['alice', 'sent', 100],
      ['bob', 'received', 104],
    ],
    [
      ['bob', 'sent', 200],
      ['alice', 'received', 210],
    ],
  ]);
  expect(offsetsOf(entries)).toEqual({ alice: 0, bob: -hour + 3 });
});

test('mail in one direction: the bound, as though it had taken no time', () => {
  const entries = written(clocks, [
    [
      ['alice', 'sent', 100],
      ['bob', 'received', 104],
    ],
  ]);
  expect(offsetsOf(entries)).toEqual({ alice: 0, bob: -hour - 4 });
  expect(offsetsOf(entries.toReversed())).toEqual({ bob: 0, alice: hour + 4 });
});

test('one clock for both, as in one page: no offset is made up, and no mail is needed', () => {
  const onePage = steady({ alice: 70, bob: 70, server: hour });
  const entries = written(onePage, [
    [
      ['alice', 'sent', 100],
      ['server', 'held', 102],
      ['bob', 'received', 110],
    ],
    [
      ['bob', 'sent', 200],
      ['server', 'held', 201],
      ['alice', 'received', 203],
    ],
  ]);
  expect(offsetsOf(entries)).toMatchObject({ alice: 0, bob: 0 });
  const withoutMail = entries.map(({ mail, ...entry }) => entry);
  expect(offsetsOf(withoutMail)).toEqual({ alice: 0, bob: 0 });
  expect(offsetsOf(withoutMail.toReversed())).toEqual({ alice: 0 });
});

test('mail that only ever went by way of the server, and waited there', () => {
  const entries = written(clocks, [
    [
      ['alice', 'sent', 100],
      ['server', 'held', 102],
      ['bob', 'received', 5000],
    ],
    [
      ['bob', 'sent', 6000],
      ['server', 'held', 6001],
      ['alice', 'received', 6002],
    ],
    [
      ['bob', 'sent', 6010],
      ['server', 'held', 6011],
      ['alice', 'received', 9000],
    ],
    [
      ['alice', 'sent', 9500],
      ['server', 'held', 9502],
      ['bob', 'received', 9504],
    ],
  ]);
  const { server, bob } = offsetsOf(entries);
  expect(Math.abs(server! + 40)).toBeLessThanOrEqual(2);
  expect(Math.abs(bob! + hour)).toBeLessThanOrEqual(2);
});

test('what waits at the door of a page has come to it, however late it is fetched', () => {
  const entries = written(steady({ alice: 0, server: hour, bob: 0 }), [
    [
      ['alice', 'sent', 100],
      ['server', 'received', 102],
      ['server', 'sent', 1_000],
      ['bob', 'held', 1_004],
      ['bob', 'received', 5_000],
    ],
    [
      ['bob', 'sent', 5_001],
      ['alice', 'received', 5_003],
    ],
  ]);
  expect(offsetsOf(entries).server).toBe(-hour + 1);
});

test('what is estimated of one clock binds the estimates of the others', () => {
  const entries = written(clocks, [
    [
      ['alice', 'sent', 100],
      ['server', 'received', 110],
    ],
    [
      ['server', 'sent', 200],
      ['alice', 'received', 210],
    ],
    [
      ['server', 'sent', 300],
      ['bob', 'received', 300],
    ],
  ]);
  expect(offsetsOf(entries)).toEqual({ alice: 0, server: -40, bob: -hour });
});

test('a message that was sent again: its first sending counts', () => {
  const again = written(clocks, [
    [
      ['alice', 'sent', 100],
      ['bob', 'received', 104],
    ],
  ]);
  again.push({ ...again[0]!, id: 'alice:again', at: 300 });
  expect(offsetsOf(again)).toEqual({ alice: 0, bob: -hour - 4 });
});

test('whoever has no mail with the first actor is left out', () => {
  const entries = written({ ...clocks, ...steady({ carol: 1, dave: 2 }) }, [
    [
      ['alice', 'sent', 1],
      ['server', 'refused', 2],
    ],
    [
      ['carol', 'sent', 1],
      ['dave', 'received', 2],
    ],
  ]);
  expect(Object.keys(offsetsOf(entries))).toEqual(['alice', 'server']);
  expect(offsetsOf([])).toEqual({});
});

test('hardly different clocks are not taken for one where the mail of others knows better', () => {
  const entries = written(steady({ alice: 0, server: 0, bob: -0.03, carol: 0 }), [
    [
      ['carol', 'sent', 0],
      ['bob', 'received', 0],
    ],
    [
      ['bob', 'sent', 0],
      ['carol', 'received', 0],
    ],
    [
      ['alice', 'sent', 1],
      ['carol', 'received', 1],
    ],
    [
      ['carol', 'sent', 1],
      ['alice', 'received', 1],
    ],
    [
      ['alice', 'sent', 2],
      ['server', 'received', 2],
    ],
    [
      ['bob', 'sent', 3],
      ['server', 'received', 3],
    ],
    [
      ['alice', 'sent', 4],
      ['server', 'received', 4],
    ],
    [
      ['bob', 'sent', 5],
      ['server', 'received', 5],
    ],
  ]);
  expect(offsetsOf(entries).bob).toBeCloseTo(0.03, 9);
});
