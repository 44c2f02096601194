import { expect, test } from 'vitest';
import { openClass, type Told } from './workshop.fixture.ts';

type Class = Awaited<ReturnType<typeof openClass>>;
type Learner = Awaited<ReturnType<Class['learner']>>;
const roomOf = async (one: Learner, isWanted: (room: string | undefined) => boolean) => {
  const room = ({ own }: Told) => (own?.pair as unknown as { room: string } | undefined)?.room;
  return room(await one.told<Told>('changed', (told) => isWanted(room(told))));
};

test.each<[string, (bob: Learner, others: Class & { dan: Learner }) => Promise<unknown>]>([
  ['leaves', (bob) => bob.does({ what: 'left' })],
  ['is removed', (bob, { grace }) => grace.commands({ what: 'remove', seat: bob.welcome.seat })],
  [
    'is paired with another',
    (bob, { grace, dan }) => grace.commands({ what: 'pair', groups: [[bob.welcome.seat, dan.welcome.seat]] }),
  ],
])('who of a three %s is told nothing of the room in which the two go on', async (_, goes) => {
  const whole = await openClass();
  const [ada, bob, cyd, dan] = [
    await whole.learner('Ada'),
    await whole.learner('Bob'),
    await whole.learner('Cyd'),
    await whole.learner('Dan'),
  ];
  await whole.grace.commands({ what: 'pair', groups: [[ada, bob, cyd].map(({ welcome }) => welcome.seat)] });
  const before = await roomOf(bob, (room) => room !== undefined);
  await goes(bob, { ...whole, dan });
  const isNew = (room: string | undefined) => room !== undefined && room !== before;
  const after = await roomOf(ada, isNew);
  expect(await roomOf(cyd, isNew)).toBe(after);
  for (const { heard } of [bob, dan, whole.grace]) expect(JSON.stringify(heard)).not.toContain(after);
});
