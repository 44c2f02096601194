import { expect, test } from 'vitest';
import type { Input } from '../../protocol/workshop/state.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { freshId, moved, openClass } from './workshop.fixture.ts';

test('a class that wants all the room there is gets its share: its instructor can act, and another class goes on', async () => {
  const log = keptInMemory<Input>(4_000_000);
  const { grace, learner, connect, house, code, visitor } = await openClass({ log });
  const ada = await learner('Ada');
  const answered = { what: 'answered', question: 'q', choice: 'x'.repeat(190) };
  const letter = () => ({
    source: freshId(),
    events: Array.from({ length: 50 }, (_, nth) => ({ nr: nth + 1, event: { ...answered, question: freshId() } })),
  });
  const floods = async () => {
    const mallory = await learner('Mallory');
    for (;;) {
      const outcome = await mallory.outcome('did', letter());
      if (outcome !== 'done') return { outcome, seat: mallory.welcome.seat };
    }
  };
  const seats: string[] = [];
  for (let last = ''; last !== 'cannot-keep'; ) {
    const { outcome, seat } = await floods();
    seats.push(seat);
    last = outcome;
    expect(seats.length, 'somewhere it ends').toBeLessThan(20);
  }

  expect(await ada.does(moved)).toMatchObject({
    refusal: { reason: 'cannot-keep', why: 'too-much' },
    sentence: expect.stringContaining('its share'),
  });
  expect(await grace.commands({ what: 'lock', on: true })).toBe('done');
  for (const seat of seats) expect(await grace.commands({ what: 'remove', seat })).toBe('done');
  expect([...(await house.at(code))!.state.learners.keys()]).toEqual([ada.welcome.seat]);

  const other = (await visitor.ask('open', { title: 'Another' })).value! as { code: string };
  const bob = connect({ as: 'newcomer', code: other.code, ticket: freshId(), name: 'Bob' });
  expect(await bob.entered()).toMatchObject({ role: 'learner' });
  expect(await bob.outcome('did', { source: 's', events: [{ nr: 1, event: moved }] })).toBe('done');
});
