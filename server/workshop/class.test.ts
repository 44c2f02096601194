import { describe, expect, test } from 'vitest';
import { freshId, moved, openClass, type Told } from './workshop.fixture.ts';

describe('a class', () => {
  test('what a learner does is on the console, and what the instructor does on each page', async () => {
    const { grace, learner } = await openClass();
    const [ada, bob] = [await learner('Ada'), await learner('Bob')];
    expect(ada.welcome).toMatchObject({
      role: 'learner',
      sight: { view: { title: 'WebRTC' }, own: { name: 'Ada', pair: null } },
    });

    expect(await ada.does(moved)).toEqual({ ok: true, value: { upTo: 1, refused: [] } });
    await ada.does({ what: 'raisedHand' });
    const card = await grace.told<Told>(
      'changed',
      ({ cards }) => !!cards?.some(({ name, hand }) => name === 'Ada' && hand),
    );
    expect(card.cards).toContainEqual(
      expect.objectContaining({ place: { page: '/labs/tasklist/', lab: 'tasklist', step: 3 } }),
    );

    const seats = [ada, bob].map(({ welcome }) => welcome.seat);
    expect(await grace.commands({ what: 'pair', groups: [seats], page: '/labs/call/' })).toBe('done');
    const pairOf = (one: typeof ada) =>
      one.told<Told>('changed', ({ own }) => !!own?.pair).then(({ own }) => own!.pair);
    const [a, b] = (await Promise.all([pairOf(ada), pairOf(bob)])) as unknown as {
      room: string;
      plays: string;
      partners: object[];
    }[];
    expect([a!.room, a!.plays, b!.plays, a!.partners]).toEqual([
      b!.room,
      'alice',
      'bob',
      [{ name: 'Bob', plays: 'bob', isHere: true }],
    ]);

    await grace.commands({ what: 'lead', page: '/labs/tasklist/', step: 15 });
    await grace.commands({ what: 'freeze', on: true });
    for (const one of [ada, bob])
      expect((await one.told<Told>('changed', ({ view }) => !!view?.isFrozen)).view).toBeTruthy();

    // Learners are told of each other what a lab for two needs, and not a word more.
    const told = JSON.stringify(bob.heard);
    for (const secret of [seats[0]!, 'hand":{', 'tasklist 3', 'cards']) expect(told).not.toContain(secret);
  });

  test('a vote is counted on the console, and told to all when it is revealed', async () => {
    const { grace, learner } = await openClass();
    const ada = await learner('Ada');
    await grace.commands({ what: 'askVote', vote: 'v', question: 'Who answers?', options: ['Alice', 'Bob'], right: 1 });
    await ada.told<Told>('changed', ({ view }) => !!view?.vote);
    await ada.does({ what: 'voted', vote: 'v', choice: 1 });
    const counted = await grace.told<Told>(
      'changed',
      ({ view }) => (view?.vote as unknown as { tally: number[] })?.tally[1] === 1,
    );
    expect(counted.view).toBeTruthy();
    expect(JSON.stringify(ada.heard)).not.toContain('"tally":[');
    await grace.commands({ what: 'reveal' });
    const revealed = await ada.told<Told>(
      'changed',
      ({ view }) => !!(view?.vote as unknown as { isRevealed: boolean })?.isRevealed,
    );
    expect(revealed.view!.vote).toMatchObject({ tally: [0, 1], right: 1 });
  });

  test('a trace is shown to console and projector, with consent, and to nobody else', async () => {
    const { grace, learner, connect } = await openClass();
    const [ada, bob] = [await learner('Ada'), await learner('Bob')];
    const { pass } = (await grace.ask('invite', { role: 'stage' })).value! as { pass: string };
    const stage = connect({ as: 'guest', pass, console: freshId() });
    expect(await stage.entered()).toMatchObject({
      role: 'stage',
      invitation: expect.any(String),
      sight: { view: { here: 2, names: [] } },
    });

    await grace.commands({ what: 'spotlight', seat: ada.welcome.seat });
    const asked = await ada.told<Told>('changed', ({ own }) => !!own?.spotlight);
    const { id } = asked.own!.spotlight as unknown as { id: string };
    const entry = { id: 'alice:1', seq: 1, at: 1, who: 'alice', what: 'call', name: 'createOffer' };
    const shows = (entries: unknown[]) => ada.outcome('trace', { spotlight: id, entries });
    expect(await shows([entry])).toBe('no-spotlight');
    await ada.does({ what: 'agreedToSpotlight', spotlight: id, agrees: true });
    expect(await shows([entry, { nonsense: 1 }, { ...entry, body: 'x'.repeat(60_000) }])).toBe('done');
    for (const one of [grace, stage]) expect(await one.told('entries')).toEqual({ spotlight: id, entries: [entry] });
    const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);
    const crowd = Array.from({ length: 50 }, (_, nth) => ({ ...entry, id: `l${nth}:1`, who: `l${nth}` }));
    expect(await shows([entry, { ...entry, id: 'alice:2', body: nest(200) }, ...crowd])).toBe('done');
    const late = connect({ as: 'guest', pass, console: freshId() });
    const { entries } = await late.told<{ entries: { who: string }[] }>('entries');
    expect(entries.map(({ who }) => who)).toEqual(['alice', ...crowd.slice(0, 11).map(({ who }) => who)]);

    await ada.does({ what: 'agreedToSpotlight', spotlight: id, agrees: false });
    expect(await shows([entry])).toBe('no-spotlight');
    await bob.does(moved);
    expect(bob.heard.filter(([event]) => event === 'entries')).toEqual([]);
  });

  test('who is removed is told so, and does not come back', async () => {
    const { grace, learner, connect, code } = await openClass();
    const ada = await learner('Ada', { ticket: 'ticket-of-ada' });
    await grace.commands({ what: 'remove', seat: ada.welcome.seat });
    expect(await ada.told('removed')).toEqual({
      reason: 'removed',
      sentence: expect.stringContaining('taken you out'),
    });
    await ada.told('disconnect');
    expect(await connect({ as: 'learner', seat: ada.welcome.token }).entered()).toMatchObject({ reason: 'removed' });
    const again = connect({ as: 'newcomer', code, ticket: 'ticket-of-ada', name: 'Eve' });
    expect(await again.entered()).toMatchObject({ reason: 'removed' });
  });

  test('who leaves is gone, and may come back as somebody new', async () => {
    const { learner, connect, house, code } = await openClass();
    const ada = await learner('Ada');
    await ada.does({ what: 'left' });
    expect(await ada.told('removed')).toMatchObject({ reason: 'not-here' });
    expect((await house.at(code))!.state.learners.size).toBe(0);
    expect(await connect({ as: 'learner', seat: ada.welcome.token }).entered()).toMatchObject({ reason: 'not-here' });
    expect((await learner('Ada')).welcome).toMatchObject({ sight: { own: { name: 'Ada' } } });
  });

  test('everybody takes home what is theirs, also after the end', async () => {
    const { grace, learner } = await openClass();
    const [ada, bob] = [await learner('Ada'), await learner('Bob')];
    await ada.does({ what: 'answered', question: '/lessons/media/#predict-1', choice: '2' });
    await bob.does({ what: 'answered', question: '/lessons/media/#predict-1', choice: 'of Bob' });
    await grace.commands({ what: 'end' });
    expect(await ada.does({ what: 'raisedHand' })).toMatchObject({
      value: { refused: [{ nr: 2, refusal: { reason: 'ended' } }] },
    });
    const home = (await ada.ask('takeHome', {})).value! as object;
    expect(home).toMatchObject({ title: 'WebRTC', name: 'Ada', answers: [{ choice: '2' }] });
    expect(JSON.stringify(home)).not.toContain('Bob');
    const { text } = (await grace.ask('report', { form: 'json' })).value! as { text: string };
    expect(JSON.parse(text).learners.map(({ name }: { name: string }) => name)).toEqual(['Ada', 'Bob']);
  });
});
