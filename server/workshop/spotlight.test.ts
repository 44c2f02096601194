import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../protocol/workshop/state.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { freshId, openClass, startWorkshops, type Told } from './workshop.fixture.ts';

const entry = (nr: number) => ({ id: `alice:${nr}`, seq: nr, at: nr, who: 'alice', what: 'call', name: `call ${nr}` });
type Entries = { spotlight: string; entries: { id: string }[] };

/** Ada's lab is shown to the class: so far two entries of it. */
async function litClass(place: Parameters<typeof openClass>[0] = {}) {
  const whole = await openClass(place);
  const { grace, learner, connect } = whole;
  const [ada, bob] = [await learner('Ada'), await learner('Bob')];
  const { pass } = (await grace.ask('invite', { role: 'stage' })).value! as { pass: string };
  const stageComes = (to = connect) => to({ as: 'guest', pass, console: freshId() });
  const stage = stageComes();
  await stage.entered();
  await grace.commands({ what: 'spotlight', seat: ada.welcome.seat });
  const asked = await ada.told<Told>('changed', ({ own }) => !!own?.spotlight);
  const { id } = asked.own!.spotlight as unknown as { id: string };
  await ada.does({ what: 'agreedToSpotlight', spotlight: id, agrees: true });
  const shows = (...nrs: number[]) => ada.outcome('trace', { spotlight: id, entries: nrs.map(entry) });
  expect(await shows(1, 2)).toBe('done');
  await stage.told<Told>('changed', ({ view }) => !!view?.spotlight);

  /** Whoever comes now is shown this of it. */
  async function seenByWhoComes(to = connect) {
    const late = stageComes(to);
    await late.entered();
    return late.heard
      .flatMap(([name, part]) => (name === 'entries' ? (part as Entries).entries : []))
      .map(({ id }) => id);
  }
  const off = (one: typeof stage, where: 'view' | 'own') =>
    one.told<Told>(
      'changed',
      (told) => told[where] !== undefined && 'spotlight' in told[where] && told[where].spotlight === null,
    );
  return { ...whole, ada, bob, stage, id, shows, seenByWhoComes, off };
}

test.each<[string, (lit: Awaited<ReturnType<typeof litClass>>) => Promise<unknown>]>([
  ['the instructor ends it', ({ grace }) => grace.commands({ what: 'endSpotlight' })],
  ['the learner takes it back', ({ ada, id }) => ada.does({ what: 'agreedToSpotlight', spotlight: id, agrees: false })],
  ['the learner leaves', ({ ada }) => ada.does({ what: 'left' })],
  ['the learner is taken out', ({ grace, ada }) => grace.commands({ what: 'remove', seat: ada.welcome.seat })],
  ['another is asked', ({ grace, bob }) => grace.commands({ what: 'spotlight', seat: bob.welcome.seat })],
])('when %s, nothing of it is shown any more: from that moment, and to nobody', async (_, ends) => {
  const lit = await litClass();
  await ends(lit);
  expect(await lit.seenByWhoComes()).toEqual([]);
  expect(await lit.shows(3).catch(() => 'gone')).not.toBe('done');
  await lit.off(lit.stage, 'view');
  const shown = lit.stage.heard.flatMap(([name, part]) => (name === 'entries' ? (part as Entries).entries : []));
  expect(shown.map(({ id }) => id)).toEqual(['alice:1', 'alice:2']);
});

test('a learner who is told that it ended is not asked again by what comes late', async () => {
  const { grace, ada, id, off } = await litClass();
  await grace.commands({ what: 'endSpotlight' });
  await off(ada, 'own');
  for (const event of [
    { what: 'agreedToSpotlight', spotlight: id, agrees: true },
    { what: 'stoppedSpotlit', spotlight: id },
  ] as const)
    expect(await ada.does(event)).toMatchObject({ value: { refused: [{ refusal: { reason: 'no-spotlight' } }] } });
});

test('a learner who goes to another page has shown what they have shown, and no more', async () => {
  const { ada, id, shows, seenByWhoComes, grace } = await litClass();
  await ada.does({ what: 'moved', place: { page: '/labs/hello/' } });
  await ada.does({ what: 'stoppedSpotlit', spotlight: id });
  await ada.does({ what: 'moved', place: { page: '/glossary/' } });
  expect(await shows(3)).toBe('no-spotlight');
  expect(await seenByWhoComes()).toEqual(['alice:1', 'alice:2']);
  const isStopped = ({ view }: Told) => (view?.spotlight as unknown as { consent: string })?.consent === 'stopped';
  expect((await grace.told<Told>('changed', isStopped)).view!.spotlight).toMatchObject({ page: '/labs/hello/' });
});

test('a learner who loses the connection goes on where they were, and nothing is shown twice', async () => {
  const { ada, id, connect, seenByWhoComes, stage } = await litClass();
  ada.socket.disconnect();
  expect(await seenByWhoComes()).toEqual(['alice:1', 'alice:2']);
  const back = connect({ as: 'learner', seat: ada.welcome.token });
  expect(await back.entered()).toMatchObject({ sight: { own: { spotlight: { id, consent: 'given' } } } });
  await back.outcome('trace', { spotlight: id, entries: [1, 2, 3].map(entry) });
  await stage.told<Entries>('entries', ({ entries }) => entries.length === 1 && entries[0]!.id === 'alice:3');
});

test('a server that is started again knows that the learner agreed, and is told everything once more', async () => {
  const log = keptInMemory<Input>();
  const key = randomBytes(32);
  const { ada, id, seenByWhoComes } = await litClass({ log, key });
  const again = await startWorkshops({ log, key });
  expect(await seenByWhoComes(again.connect)).toEqual([]);
  const back = again.connect({ as: 'learner', seat: ada.welcome.token });
  expect(await back.entered()).toMatchObject({ sight: { own: { spotlight: { id, consent: 'given' } } } });
  expect(await back.outcome('trace', { spotlight: id, entries: [1, 2, 3].map(entry) })).toBe('done');
  expect(await seenByWhoComes(again.connect)).toEqual(['alice:1', 'alice:2', 'alice:3']);
});
