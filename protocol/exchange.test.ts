import { describe, expect, test } from 'vitest';
import { aCandidate, anAnswer, anOffer, openRoom, type Saying } from './exchange.fixture.ts';
import { limits } from './limits.ts';

describe('the same message twice', () => {
  test.each([
    ['an offer', anOffer('alice:2')],
    ['a candidate', aCandidate('x', 'alice:1')],
    ['a hang-up', { what: 'hungUp', offer: 'alice:1' }],
    ['a withdrawal', { what: 'offerWithdrawn', offer: 'alice:0' }],
  ] satisfies [string, Saying][])('%s is applied once and answered twice', (_, said) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:0'));
    room.call('alice:1');
    const first = room.does('alice', { ...said, mail: 'once' } as Saying);
    expect(first.heard).toHaveLength(1);
    const after = room.state;
    expect(room.does('alice', { ...said, mail: 'once' } as Saying)).toMatchObject({ reply: { ok: true }, heard: [] });
    expect(room.state).toEqual(after);
  });

  test('an offer that was withdrawn meanwhile does not come back', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const said = { ...anOffer('alice:1'), mail: 'once' } as Saying;
    room.does('alice', said);
    room.does('alice', { what: 'offerWithdrawn', offer: 'alice:1' });
    expect(room.does('alice', said)).toMatchObject({ reply: { ok: true }, heard: [] });
    expect(room.state.calls.size).toBe(0);
  });

  test('what was refused was not applied, and may be right the second time', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const said = { ...anAnswer('alice:1'), mail: 'once' } as Saying;
    expect(room.does('bob', said).reason).toBe('no-such-offer');
    room.does('alice', anOffer('alice:1'));
    expect(room.does('bob', said).heard).toEqual(['alice: answer alice:1 by bob']);
  });

  test('as many ids are remembered as a client can have in doubt', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.call('alice:1');
    for (let n = 0; n < 3 * limits.repeats; n++) room.does('alice', aCandidate(`${n}`, 'alice:1'));
    expect(room.state.seats.get('alice')!.applied).toHaveLength(limits.repeats);
  });
});

test('what could not be read is refused like everything else', () => {
  const room = openRoom();
  room.joins('alice', 'bob');
  const refusal = { reason: 'malformed' as const, message: 'newOffer', where: ['sdp'] };
  expect(room.does('alice', { what: 'misread', message: 'newOffer', refusal })).toMatchObject({
    reply: { ok: false, refusal, sentence: expect.stringContaining('newOffer') },
    heard: [],
  });
});
