import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { may, type Power, powers, type Role } from '../../protocol/workshop/powers.ts';
import type { Input } from '../../protocol/workshop/state.ts';
import { type Command, type Event, hello } from '../../protocol/workshop.ts';
import { CannotKeep } from '../log/durable.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { understand } from './answer.ts';
import { freshId, openClass, startWorkshops } from './workshop.fixture.ts';

type View = Record<string, never>;
type Told = {
  after: number;
  nr: number;
  view?: View;
  own?: View;
  cards?: { name: string; hand: object | null }[];
  gone?: string[];
};

const moved: Event = { what: 'moved', place: { page: '/labs/tasklist/', lab: 'tasklist', step: 3 } };

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
    const late = connect({ as: 'guest', pass, console: freshId() });
    expect(await late.told('entries')).toEqual({ spotlight: id, entries: [entry] });

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

describe('a seat', () => {
  test('is kept through a lost connection, which the console tells from being stuck', async () => {
    const { grace, learner, connect } = await openClass();
    const ada = await learner('Ada');
    ada.socket.close();
    const isAway = ({ cards }: Told) =>
      !!cards?.some((card) => (card as unknown as { awaySince: number | null }).awaySince);
    await grace.told('changed', isAway);
    const back = await connect({ as: 'learner', seat: ada.welcome.token }).entered();
    expect(back).toMatchObject({ seat: ada.welcome.seat, sight: { own: { name: 'Ada' } } });
  });

  test('is shared by two tabs, and empty when both are closed', async () => {
    const { grace, learner, connect, house, code } = await openClass();
    const ada = await learner('Ada');
    const tab = connect({ as: 'learner', seat: ada.welcome.token });
    await tab.entered();
    ada.socket.close();
    await grace.commands({ what: 'freeze', on: true });
    await tab.told('changed');
    const { learners } = (await house.at(code))!.state;
    expect(learners.get(ada.welcome.seat)!.awaySince).toBeUndefined();
    tab.socket.close();
    await grace.told<Told>(
      'changed',
      ({ cards }) => !!cards?.some((card) => (card as unknown as { awaySince: number | null }).awaySince),
    );
  });

  test('is got by a token until the one after it was used, and by no token of another', async () => {
    const { learner, connect } = await openClass();
    const other = await openClass();
    const ada = await learner('Ada');
    const comes = (seat: string) => connect({ as: 'learner', seat }).entered();
    const second = await comes(ada.welcome.token);
    // The second may have been lost on its way.
    const third = await comes(ada.welcome.token);
    expect([second.seat, third.seat]).toEqual([ada.welcome.seat, ada.welcome.seat]);
    await comes(third.token);
    const refused = [ada.welcome.token, `${third.token}x`, '', 'a.b', (await other.learner('Eve')).welcome.token];
    const reasons = await Promise.all(refused.map((seat) => comes(seat)));
    expect(reasons.map(({ reason }) => reason)).toEqual(Array(5).fill('not-here'));
  });

  test('is taken to another device by a word, once', async () => {
    const { learner, connect, code } = await openClass();
    const ada = await learner('Ada');
    const { word } = (await ada.ask('word', {})).value! as { word: string };
    const moves = (said: string) => connect({ as: 'mover', code: code.toLowerCase(), word: said }).entered();
    expect(await moves('wrong word')).toMatchObject({ reason: 'wrong-word' });
    expect(await moves(` ${word.toUpperCase()} `)).toMatchObject({ seat: ada.welcome.seat });
    expect(await moves(word)).toMatchObject({ reason: 'wrong-word' });
    const guesses = await Promise.all(Array.from({ length: 20 }, (_, nth) => moves(`bako ${nth}`)));
    expect(guesses.at(-1)).toMatchObject({ reason: 'busy-door' });
  });

  test('is one, however often a page asks with one ticket', async () => {
    const { learner, house, code } = await openClass();
    const [one, two] = [await learner('Ada', { ticket: 'same' }), await learner('Ada', { ticket: 'same' })];
    expect(one.welcome.seat).toBe(two.welcome.seat);
    expect((await house.at(code))!.state.learners.size).toBe(1);
  });
});

describe('keys', () => {
  test('a wrong key, a wrong code and a wrong recovery code are one answer', async () => {
    const { connect, code, key_: key, visitor } = await openClass();
    const comes = (code: string, key: string) => connect({ as: 'instructor', code, key, console: 'c' }).entered();
    const answers = [await comes(code, 'wrong'), await comes('CCCC-CCCC', key), await comes('nonsense', key)];
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
    expect(await visitor.outcome('recover', { code, recovery: 'CDFG' })).toBe('wrong-key');
    expect(await visitor.outcome('recover', { code: 'CCCC-CCCC', recovery: 'CDFG' })).toBe('wrong-key');
  });

  test('recovering gives another key; the old one and what it gave out are worth nothing', async () => {
    const { connect, code, key_: key, recovery, visitor, grace } = await openClass();
    const { pass } = (await grace.ask('invite', { role: 'helper' })).value! as { pass: string };
    const found = (await visitor.ask('recover', { code, recovery: recovery.toLowerCase() })).value! as {
      key: string;
      recovery: string;
    };
    await grace.told('disconnect');
    const comes = (hello: object) => connect({ console: 'c', ...hello }).entered();
    expect(await comes({ as: 'instructor', code, key })).toMatchObject({ reason: 'wrong-key' });
    expect(await comes({ as: 'guest', pass })).toMatchObject({ reason: 'wrong-key' });
    expect(await comes({ as: 'instructor', code, key: found.key })).toMatchObject({ role: 'instructor' });
    expect(await visitor.outcome('recover', { code, recovery })).toBe('wrong-key');
  });

  test('nothing of what is kept is a key', async () => {
    const log = keptInMemory<Input>();
    const { code, key_: key, recovery } = await openClass({ log });
    const kept = JSON.stringify(await log.read(code));
    for (const secret of [key, recovery, recovery.replaceAll('-', '')]) expect(kept).not.toContain(secret);
  });
});

test('every message tried by everybody who may not send it is refused, and changes nothing', async () => {
  const { grace, learner, instructor, connect, visitor, house, code } = await openClass();
  const ada = await learner('Ada');
  const { seat } = ada.welcome;
  const guest = async (role: string) => {
    const { pass } = (await grace.ask('invite', { role })).value! as { pass: string };
    const client = connect({ as: 'guest', pass, console: freshId() });
    await client.entered();
    return client;
  };
  const clients = {
    visitor,
    learner: ada,
    instructor: await instructor('Linus'),
    helper: await guest('helper'),
    stage: await guest('stage'),
  };
  const bodies: Record<Power, object> = {
    open: { title: 't' },
    recover: { code, recovery: 'x' },
    did: { source: 's', events: [{ nr: 1, event: { what: 'raisedHand' } }] },
    trace: { spotlight: 's', entries: [] },
    word: {},
    takeHome: {},
    invite: { role: 'helper' },
    report: { form: 'csv' },
    drive: {},
    askForWheel: {},
    handOver: { console: 'c' },
    plan: { title: 't', agenda: [] },
    lead: { page: '/' },
    stopLeading: {},
    freeze: { on: true },
    setProfile: { profile: null },
    pair: { groups: [[seat, 'x']] },
    unpair: {},
    askVote: { vote: 'v', question: 'q', options: ['a', 'b'] },
    closeVote: {},
    reveal: {},
    endVote: {},
    countDown: { ms: 1 },
    stopCountdown: {},
    spotlight: { seat },
    endSpotlight: {},
    message: { text: 't' },
    claimHand: { seat },
    releaseHand: { seat },
    lowerHand: { seat },
    remove: { seat },
    lock: { on: true },
    end: {},
  };
  const requests = new Set(['open', 'recover', 'did', 'trace', 'word', 'takeHome', 'invite', 'report']);
  const before = (await house.at(code))!.nr;
  let tried = 0;
  for (const power of Object.keys(powers) as Power[])
    for (const [role, client] of Object.entries(clients)) {
      if (may(role as Role, power)) continue;
      const [name, body] = requests.has(power)
        ? [power, bodies[power]]
        : ['commanded', { mail: freshId(), command: { what: power, ...bodies[power] } as Command }];
      expect([power, role, await client.outcome(name, body)]).toEqual([
        power,
        role,
        expect.stringMatching(/^not-(allowed|driving|here)$/),
      ]);
      tried += 1;
    }
  expect(tried).toBeGreaterThan(100);
  expect((await house.at(code))!.nr, 'not even written down').toBe(before);
});

test('what cannot be read is refused, and says why', async () => {
  const { learner } = await openClass();
  const ada = await learner('Ada');
  const wrong: [string, string, unknown, string][] = [
    ['an unknown message', 'dance', {}, 'unknown-message'],
    ['a name that every object has', 'constructor', {}, 'unknown-message'],
    ['nothing', 'did', undefined, 'malformed'],
    [
      'an address elsewhere',
      'did',
      { source: 's', events: [{ nr: 1, event: { what: 'moved', place: { page: '//evil.example' } } }] },
      'malformed',
    ],
    ['an event that does not exist', 'did', { source: 's', events: [{ nr: 1, event: { what: 'flew' } }] }, 'malformed'],
    [
      'too many at once',
      'did',
      { source: 's', events: Array(51).fill({ nr: 1, event: { what: 'raisedHand' } }) },
      'malformed',
    ],
  ];
  for (const [what, name, body, reason] of wrong) expect([what, await ada.outcome(name, body)]).toEqual([what, reason]);
});

test('nothing that anybody sends is more than refused', () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true });
  const names = fc.oneof(fc.constantFrom('did', 'commanded', 'trace', 'open', '__proto__'), fc.string());
  fc.assert(
    fc.property(names, anything, (name, body) => {
      expect(() => understand(name, body)).not.toThrow();
      expect(hello.safeParse(body).success).toBe(false);
    }),
  );
});

test('who talks without end is told to wait, and then cut off', async () => {
  const { learner } = await openClass();
  const ada = await learner('Ada');
  const events = Array.from({ length: 50 }, (_, nth) => ({ nr: nth + 1, event: moved }));
  const says = () => ada.outcome('did', { source: 's', events });
  const outcomes: string[] = [];
  for (let nth = 0; nth < 9; nth++) outcomes.push(await says());
  expect([outcomes[0], outcomes.at(-1)]).toEqual(['done', 'too-fast']);
  for (let nth = 0; nth < 9; nth++) ada.socket.emit('did', { source: 's', events });
  await ada.told('disconnect');
});

test('names are text, everywhere', async () => {
  const { grace, learner } = await openClass();
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '\u202egnp.\u2066exe',
    '=HYPERLINK("http://evil","x")',
    '@SUM(1)',
    `q${'\u0323'.repeat(10_000)}`,
    '"quoted", and\r\nbroken',
  ];
  for (const name of hostile) await learner(name.slice(0, 1_000));
  const { text } = (await grace.ask('report', { form: 'csv' })).value! as { text: string };
  const lines = text.split('\r\n').slice(1, -1);
  const begins = [
    '"<img src=x onerror=alert(1)>",',
    '"gnp.exe",',
    `"'=HYPERLINK(""http://evil"",""x"")",`,
    `"'@SUM(1)",`,
    `"q${'\u0323'.repeat(4)}",`,
    '"""quoted"", and broken",',
  ];
  expect(lines.map((line, nth) => line.slice(0, begins[nth]!.length))).toEqual(begins);
});

describe('when nothing can be kept', () => {
  test('nothing is promised, everything is still shown, and afterwards it goes on', async () => {
    const log = keptInMemory<Input>();
    const { append } = log;
    const { grace, learner, house, code } = await openClass({ log });
    const ada = await learner('Ada');
    log.append = () => Promise.reject(new CannotKeep('full'));
    expect(await ada.does(moved)).toMatchObject({
      ok: false,
      refusal: { reason: 'cannot-keep', why: 'full' },
      sentence: expect.stringContaining('disk'),
    });
    expect(await grace.commands({ what: 'freeze', on: true })).toBe('cannot-keep');
    expect(await grace.outcome('report', { form: 'csv' })).toBe('done');
    expect((await house.at(code))!.state.isFrozen).toBe(false);
    log.append = append;
    expect(await grace.commands({ what: 'freeze', on: true })).toBe('done');
  });

  test('who is known comes in all the same, and reads; who is new is told why not', async () => {
    const log = keptInMemory<Input>();
    const key = Buffer.alloc(32, 7);
    const { learner, code, key_, grace } = await openClass({ log, key });
    const ada = await learner('Ada');
    await grace.commands({ what: 'lead', page: '/lessons/media/' });
    log.append = () => Promise.reject(new CannotKeep('read-only'));
    const again = await startWorkshops({ log, key });
    const console = again.connect({ as: 'instructor', code, key: key_, console: 'c' });
    expect(await console.entered()).toMatchObject({ role: 'instructor', sight: { cards: [{ name: 'Ada' }] } });
    expect(await console.outcome('report', { form: 'json' })).toBe('done');
    expect(await console.outcome('commanded', { mail: 'm', command: { what: 'drive' } })).toBe('cannot-keep');
    const back = again.connect({ as: 'learner', seat: ada.welcome.token });
    expect(await back.entered()).toMatchObject({ sight: { view: { lead: { page: '/lessons/media/' } } } });
    expect(await again.connect({ as: 'newcomer', code, ticket: 'new', name: 'Bob' }).entered()).toMatchObject({
      reason: 'cannot-keep',
      message: expect.stringMatching(/may not write/),
    });
  });
});
