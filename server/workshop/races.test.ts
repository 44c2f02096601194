import { expect, test } from 'vitest';
import type { Input } from '../../protocol/workshop/state.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { freshId, openClass } from './workshop.fixture.ts';

// Two things at the same moment, in either order: the disk was busy, and both are flushed together.

/** A log that can be made to wait for so many inputs, of these kinds, and to flush them as one, in this order. */
function logThatWaits() {
  const log = keptInMemory<Input>();
  const { append } = log;
  let wanted: readonly string[] = [];
  const held = new Map<string, () => void>();
  const kindOf = (input: Input) => (input.what === 'commanded' ? input.command.what : input.what);
  log.append = (name, input, about) => {
    const what = kindOf(input);
    const nth = wanted.findIndex((kind, nth) => kind === what && !held.has(`${kind} ${nth}`));
    if (nth < 0) return append(name, input, about);
    const { promise, resolve } = Promise.withResolvers<number>();
    held.set(`${what} ${nth}`, () => resolve(append(name, input, about)));
    if (held.size === wanted.length) {
      const together = wanted.map((kind, nth) => held.get(`${kind} ${nth}`)!);
      wanted = [];
      held.clear();
      for (const flush of together) flush();
    }
    return promise;
  };
  return { log, together: (...kinds: string[]) => void (wanted = kinds) };
}

async function aClass() {
  const { log, together } = logThatWaits();
  const { code, ...opened } = await openClass({ log });
  const ada = await opened.learner('Ada');
  const workshop = (await opened.house.at(code))!;
  const back = () => {
    const page = opened.connect({ as: 'learner', seat: ada.welcome.token });
    return Promise.race([page.entered(), page.told<{ reason: string; seat?: string; token?: string }>('removed')]);
  };
  const newcomer = () => opened.connect({ as: 'newcomer', code, ticket: freshId(), name: 'Bob' }).entered();
  return { ...opened, code, ada, workshop, back, newcomer, together };
}

test.each([
  ['before', ['remove', 'cameBack']],
  ['after', ['cameBack', 'remove']],
])('who is removed just %s they come back is out, and the house stands', async (_, order) => {
  const { grace, ada, workshop, back, together, newcomer } = await aClass();
  together(...order);
  const comes = back();
  const isRemoved = grace.commands({ what: 'remove', seat: ada.welcome.seat });
  expect(await isRemoved).toBe('done');
  expect(await comes).toMatchObject({ reason: 'removed' });
  expect(workshop.state.learners.size).toBe(0);
  expect(await newcomer()).toMatchObject({ role: 'learner' });
});

test.each([
  ['lock', 'no-such-workshop'],
  ['end', 'no-such-workshop'],
] as const)('%s while somebody joins: they are in, or are told what all others are told', async (what, reason) => {
  for (const isFirst of [true, false]) {
    const { grace, workshop, newcomer, together } = await aClass();
    together(...(isFirst ? [what, 'joined'] : ['joined', what]));
    const comes = newcomer();
    await grace.commands(what === 'lock' ? { what, on: true } : { what });
    expect(await comes).toMatchObject(isFirst ? { reason } : { role: 'learner', sight: { own: { name: 'Bob' } } });
    expect(workshop.state.learners.size).toBe(isFirst ? 1 : 2);
  }
});

test('two pages that come with one token at once are one seat, and the next token of either is good', async () => {
  const { ada, workshop, back, connect, together } = await aClass();
  together('cameBack', 'cameBack');
  const both = await Promise.all([back(), back()]);
  expect(both.map(({ seat }) => seat)).toEqual([ada.welcome.seat, ada.welcome.seat]);
  expect(workshop.state.learners.size).toBe(1);
  for (const { token } of both)
    expect(await connect({ as: 'learner', seat: token }).entered()).toMatchObject({ seat: ada.welcome.seat });
});

test('whoever comes by a key in the moment in which it is replaced is shown out', async () => {
  for (const order of [
    ['rekeyed', 'consoleOpened'],
    ['consoleOpened', 'rekeyed'],
  ]) {
    const { connect, code, key_: key, recovery, visitor, together } = await aClass();
    together(...order);
    const thief = connect({ as: 'instructor', code, key, console: freshId() });
    expect(await visitor.outcome('recover', { code, recovery })).toBe('done');
    expect(await thief.told('removed')).toMatchObject({ reason: 'key-replaced' });
    await thief.told('disconnect');
  }
});

test('who leaves and comes back in one breath ends nothing for anybody', async () => {
  const { ada, back, together, newcomer } = await aClass();
  together('cameBack', 'did');
  const comes = back();
  await ada.does({ what: 'left' });
  expect(await comes).toMatchObject({ reason: 'not-here' });
  expect(await newcomer()).toMatchObject({ role: 'learner' });
});

test('two who take the wheel at once: one has it, and the other is told who', async () => {
  const { grace, instructor, workshop, together } = await aClass();
  const linus = await instructor('Linus');
  await grace.commands({ what: 'handOver', console: linus.welcome.console });
  together('freeze', 'handOver');
  const answers = await Promise.all([
    linus.commands({ what: 'handOver', console: grace.welcome.console }),
    linus.commands({ what: 'freeze', on: true }),
  ]);
  expect(answers).toEqual(['done', 'done']);
  together('handOver', 'freeze');
  const late = await Promise.all([
    grace.commands({ what: 'handOver', console: linus.welcome.console }),
    grace.commands({ what: 'freeze', on: false }),
  ]);
  expect([late, workshop.state.isFrozen, workshop.state.driver]).toEqual([
    ['done', 'not-driving'],
    true,
    linus.welcome.console,
  ]);
});

test('who is removed while they vote is not counted, whichever came first', async () => {
  for (const order of [
    ['remove', 'did'],
    ['did', 'remove'],
  ]) {
    const { grace, ada, workshop, together } = await aClass();
    await grace.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'] });
    together(...order);
    const voted = ada.does({ what: 'voted', vote: 'v', choice: 1 });
    await grace.commands({ what: 'remove', seat: ada.welcome.seat });
    await voted;
    expect(workshop.state.vote!.choices.size).toBe(0);
    expect(await ada.told('removed')).toMatchObject({ reason: 'removed' });
  }
});
