import { expect, test } from 'vitest';
import type { Input } from '../../protocol/workshop/state.ts';
import type { Event } from '../../protocol/workshop.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { freshId, moved, openClass } from './workshop.fixture.ts';

const long: Event = { what: 'stood', standing: { error: 'x'.repeat(300) } };
const letter = () => ({
  source: freshId(),
  events: Array.from({ length: 50 }, (_, nth) => ({ nr: nth + 1, event: long })),
});

test('of one seat so much is written down in a while, over however many connections, and others are heard all the same', async () => {
  const { learner, connect, code } = await openClass();
  const ticket = freshId();
  const join = { as: 'newcomer', code, ticket, name: 'Mallory' };
  const outcomes: string[] = [];
  for (let nth = 0; nth < 4; nth++) {
    const mallory = connect(join);
    await mallory.entered();
    for (let letters = 0; letters < 3; letters++) outcomes.push(await mallory.outcome('did', letter()));
  }
  expect([outcomes[0], outcomes.at(-1)]).toEqual(['done', 'too-fast']);
  const mallory = connect(join);
  await mallory.entered();
  expect(await mallory.outcome('word', {})).toBe('too-fast');
  const ada = await learner('Ada');
  expect(await ada.does(moved)).toMatchObject({ ok: true });
});

test('what is sure to be refused is not written down', async () => {
  const log = keptInMemory<Input>();
  const { grace, learner, code, house } = await openClass({ log });
  const ada = await learner('Ada');
  await grace.commands({ what: 'end' });
  const before = (await house.at(code))!.nr;
  expect(await ada.does(moved)).toMatchObject({ ok: true, value: { refused: [{ refusal: { reason: 'ended' } }] } });
  expect((await house.at(code))!.nr).toBe(before);
});

test('of what a learner does over and over, a snapshot leaves the last in the log', async () => {
  const log = keptInMemory<Input>();
  const kept: { sort?: string; who?: string }[] = [];
  const { append } = log;
  log.append = (name, input, about = {}) => {
    kept.push(about);
    return append(name, input, about);
  };
  const { learner } = await openClass({ log });
  const ada = await learner('Ada');
  for (const what of ['raisedHand', 'loweredHand', 'raisedHand'] as const) await ada.does({ what });
  await ada.does({ what: 'answered', question: 'Why?', choice: 'So' });
  await ada.ask('word', {});
  const mine = kept.filter(({ who }) => who === ada.welcome.seat);
  expect(mine).not.toHaveLength(0);
  expect(mine.filter(({ sort }) => sort === undefined)).toEqual([]);
  expect(new Set(mine.map(({ sort }) => sort)).size).toBe(5);
});
