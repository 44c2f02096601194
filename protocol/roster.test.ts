import { describe, expect, test } from 'vitest';
import { openWorkshop } from './roster.fixture.ts';
import { limits } from './workshop/limits.ts';
import { inPairs } from './workshop/pairs.ts';
import { may, type Role } from './workshop/powers.ts';
import { stuckMs } from './workshop/stuck.ts';
import { card, classView, consoleView, heatView, ownView, stageView } from './workshop/views.ts';
import type { Command, Event } from './workshop.ts';

const at = (step: number): Event => ({
  what: 'moved',
  place: { page: '/labs/tasklist/', lab: 'tasklist', step },
});
const own = (play: ReturnType<typeof openWorkshop>, seat: string) => ownView(play.state, play.learner(seat));

describe('people', () => {
  test('a name that is taken gets a number, and who asks again gets the same seat', () => {
    const play = openWorkshop();
    play.put({ role: 'learner', id: 'a' }, { what: 'joined', name: 'Ada' });
    play.put({ role: 'learner', id: 'b' }, { what: 'joined', name: 'ada' });
    play.put({ role: 'learner', id: 'a' }, { what: 'joined', name: 'Somebody' });
    expect([...play.state.learners.values()].map(({ name }) => name)).toEqual(['Ada', 'ada 2']);
  });

  test('a locked door lets nobody new in, and everybody back in', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.commands({ what: 'lock', on: true });
    expect(play.joins('bob')).toBe('no-such-workshop');
    expect(play.joins('ada')).toBe('done');
    expect(play.put({ role: 'learner', id: 'ada' }, { what: 'cameBack', epoch: 1 })).toBe('done');
    play.commands({ what: 'lock', on: false });
    expect(play.joins('bob')).toBe('done');
  });

  test('who was removed stays out', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob');
    expect(play.commands({ what: 'remove', seat: 'ada' })).toBe('done');
    expect(play.joins('ada')).toBe('removed');
    expect(play.does('ada', { what: 'raisedHand' })).toBe('removed');
    expect(play.commands({ what: 'remove', seat: 'ada' })).toBe('no-such-learner');
  });

  test('an older token than the last one that was used is worth nothing', () => {
    const play = openWorkshop();
    play.joins('ada');
    const back = (epoch: number) => play.put({ role: 'learner', id: 'ada' }, { what: 'cameBack', epoch });
    expect([back(1), back(1), back(2), back(1)]).toEqual(['done', 'done', 'done', 'not-here']);
  });

  test('a word takes the seat along once, and not for ever', () => {
    const play = openWorkshop();
    play.joins('ada');
    const ada = { role: 'learner', id: 'ada' } as const;
    const moves = (lock: string) => play.put(ada, { what: 'movedIn', lock });
    play.put(ada, { what: 'worded', lock: 'w', until: play.now + 10_000 });
    expect([moves('other'), moves('w'), moves('w')]).toEqual(['wrong-word', 'done', 'wrong-word']);
    play.put(ada, { what: 'worded', lock: 'w', until: play.now + 10_000 });
    play.wait(20_000);
    expect(moves('w')).toBe('wrong-word');
  });

  test('who is away is not stuck, and the time away is not counted', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', at(3));
    const { since } = play.learner('ada');
    play.put({ role: 'learner', id: 'ada' }, { what: 'connectionLost' });
    play.wait(600_000);
    expect(card(play.learner('ada')).awaySince).toBeGreaterThan(since);
    expect(stuckMs(card(play.learner('ada')), null, play.now)).toBe(0);
    play.put({ role: 'learner', id: 'ada' }, { what: 'cameBack', epoch: 1 });
    expect(play.now - play.learner('ada').since).toBe(1_000);
  });

  test('a server that was gone has nobody connected', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.put({ role: 'server', id: 'server' }, { what: 'restarted' });
    expect(play.learner('ada').awaySince).toBe(play.now);
    expect(play.state.consoles.get('grace')!.awaySince).toBe(play.now);
  });

  test('leaving removes what was known of them', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'eve');
    play.commands({ what: 'pair', groups: [['ada', 'bob', 'eve']] });
    play.commands({ what: 'message', to: 'ada', text: 'Hello' });
    play.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'] });
    play.does('ada', { what: 'voted', vote: 'v', choice: 1 });
    play.commands({ what: 'spotlight', seat: 'ada' });
    expect(play.does('ada', { what: 'left' })).toBe('done');
    expect(JSON.stringify(consoleView(play.state))).not.toContain('ada');
    expect(own(play, 'bob').pair?.partners.map(({ name, plays }) => [name, plays])).toEqual([['eve', 'bob']]);
  });

  test('a workshop is full at its limit', () => {
    const play = openWorkshop();
    play.joins(...Array.from({ length: limits.learners }, (_, nth) => `l${nth}`));
    expect([play.joins('one more'), play.joins('l7')]).toEqual(['workshop-full', 'done']);
  });
});

describe('an event', () => {
  test('that comes twice is applied once, whatever came between', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', { what: 'raisedHand' }, 1);
    const { hand } = play.learner('ada');
    play.does('ada', { what: 'loweredHand' }, 2);
    expect(play.does('ada', { what: 'raisedHand' }, 1)).toBe('done');
    expect([hand, play.learner('ada').hand]).toEqual([{ at: 4_000 }, undefined]);
  });

  test('is numbered by each queue for itself', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', { what: 'answered', question: 'one', choice: 'a' }, 1, 'first tab');
    play.does('ada', { what: 'answered', question: 'two', choice: 'b' }, 1, 'second tab');
    expect([...play.learner('ada').answers.keys()]).toEqual(['one', 'two']);
  });

  test('that was refused is not tried again by its double', () => {
    const play = openWorkshop();
    play.joins('ada');
    const votes = () => play.does('ada', { what: 'voted', vote: 'v', choice: 0 }, 7);
    expect(votes()).toBe('no-vote');
    play.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'] });
    expect([votes(), own(play, 'ada').choice]).toEqual(['done', null]);
  });
});

describe('steps', () => {
  test('how long somebody is here begins with the step, and the class’s median with who went on', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob');
    play.does('ada', at(1));
    play.wait(60_000);
    play.does('ada', {
      ...at(1),
      place: { page: '/labs/tasklist/', lab: 'tasklist', step: 1, heading: 'more' },
    } as Event);
    expect(play.now - play.learner('ada').since).toBe(61_000);
    play.does('ada', at(2));
    const heat = [...play.state.heat].map(([place, heat]) => heatView(place, heat));
    expect(heat).toEqual([
      {
        place: 'tasklist 1',
        minutes: [
          [0, 1, 0],
          [1, 0, 1],
        ],
        medianMs: 62_000,
      },
      { place: 'tasklist 2', minutes: [[1, 1, 0]], medianMs: null },
    ]);
    expect(play.learner('ada').journey.map(({ step }) => step)).toEqual([1, 2]);
  });

  test('who is longer at a step than twice the median is stuck', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', at(1));
    const stuck = (after: number, median: number | null) =>
      stuckMs(card(play.learner('ada')), median, play.now + after);
    expect([stuck(60_000, 10_000), stuck(61_000, 10_000)]).toEqual([0, 1_000]);
    expect([stuck(180_000, 90_000), stuck(181_000, 90_000), stuck(181_000, null)]).toEqual([0, 1_000, 1_000]);
  });

  test('how a connection stands goes with the lab that is left', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', at(1));
    play.does('ada', { what: 'stood', standing: { connection: 'connected', candidate: 'host' } });
    play.does('ada', at(2));
    expect(play.learner('ada').standing).toEqual({ connection: 'connected', candidate: 'host' });
    play.does('ada', { what: 'moved', place: { page: '/lessons/ice/' } });
    expect(play.learner('ada').standing).toEqual({});
  });

  test('made-up places do not fill the heat-map without end', () => {
    const play = openWorkshop();
    play.joins('eve');
    for (let nth = 0; nth < limits.places + 50; nth++) play.does('eve', { what: 'moved', place: { page: `/${nth}` } });
    expect(play.state.heat.size).toBe(limits.places);
  });
});

describe('the wheel', () => {
  test('is with one, is asked for, and is handed over', () => {
    const play = openWorkshop();
    play.comes('linus');
    expect(play.commands({ what: 'freeze', on: true }, 'linus')).toBe('not-driving');
    expect(play.commands({ what: 'drive' }, 'linus')).toBe('somebody-drives');
    play.commands({ what: 'askForWheel' }, 'linus');
    expect(consoleView(play.state)).toMatchObject({ driver: 'grace', askedForWheel: 'linus' });
    expect(play.commands({ what: 'handOver', console: 'linus' }, 'linus')).toBe('not-driving');
    expect(play.commands({ what: 'handOver', console: 'nobody' })).toBe('no-such-console');
    expect(play.commands({ what: 'handOver', console: 'linus' })).toBe('done');
    expect(consoleView(play.state)).toMatchObject({ driver: 'linus', askedForWheel: null });
    expect(play.commands({ what: 'freeze', on: true }, 'linus')).toBe('done');
    expect(play.commands({ what: 'freeze', on: false })).toBe('not-driving');
  });

  test('is free when its driver is gone for a while', () => {
    const play = openWorkshop();
    play.comes('linus');
    play.put({ role: 'instructor', id: 'grace' }, { what: 'consoleLost' });
    expect(play.commands({ what: 'drive' }, 'linus')).toBe('somebody-drives');
    play.wait(limits.wheelMs);
    expect(play.commands({ what: 'drive' }, 'linus')).toBe('done');
  });

  test('is not for a helper, also under the name of the driver’s console', () => {
    const play = openWorkshop();
    play.comes('helper', 'helper');
    expect(play.commands({ what: 'handOver', console: 'helper' })).toBe('no-such-console');
    expect(play.commands({ what: 'freeze', on: true }, 'grace', 'helper')).toBe('not-allowed');
  });
});

describe('every command tried with every role', () => {
  const commands: Command[] = [
    { what: 'drive' },
    { what: 'askForWheel' },
    { what: 'handOver', console: 'grace' },
    { what: 'plan', title: 'Other', agenda: [] },
    { what: 'lead', page: '/lessons/media/' },
    { what: 'stopLeading' },
    { what: 'freeze', on: true },
    { what: 'setProfile', profile: null },
    { what: 'pair', groups: [['ada', 'bob']] },
    { what: 'unpair' },
    { what: 'askVote', vote: 'w', question: 'Which?', options: ['a', 'b'] },
    { what: 'closeVote' },
    { what: 'reveal' },
    { what: 'endVote' },
    { what: 'countDown', ms: 1_000 },
    { what: 'stopCountdown' },
    { what: 'spotlight', seat: 'ada' },
    { what: 'endSpotlight' },
    { what: 'message', text: 'Hello' },
    { what: 'claimHand', seat: 'ada' },
    { what: 'releaseHand', seat: 'ada' },
    { what: 'lowerHand', seat: 'ada' },
    { what: 'remove', seat: 'ada' },
    { what: 'lock', on: true },
    { what: 'end' },
  ];
  const actors: [Role, id: string][] = [
    ['learner', 'ada'],
    ['instructor', 'linus'],
    ['driver', 'grace'],
    ['helper', 'hal'],
    ['stage', 'projector'],
  ];

  test.each(commands.flatMap((command) => actors.map(([role, id]) => ({ what: command.what, role, id, command }))))(
    '$what by $role',
    ({ command, role, id }) => {
      const play = openWorkshop();
      play.joins('ada', 'bob');
      play.comes('linus');
      play.comes('hal', 'helper');
      play.comes('projector', 'stage');
      play.does('ada', { what: 'raisedHand' });
      play.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'] });
      const before = play.state;
      const outcome = play.commands(command, id, role === 'driver' ? 'instructor' : (role as 'learner'));
      if (may(role, command.what)) expect(['done', 'somebody-drives']).toContain(outcome);
      else expect([outcome, play.state]).toEqual([expect.stringMatching(/^not-(allowed|driving)$/), before]);
    },
  );

  test('a command that comes twice is obeyed once', () => {
    const play = openWorkshop();
    const says = () => play.commands({ what: 'message', text: 'Hello' }, 'grace', 'instructor', 'same');
    expect([says(), says(), play.state.messages.length]).toEqual(['done', 'done', 1]);
  });

  test('after the end nothing is obeyed', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.commands({ what: 'end' });
    expect(play.commands({ what: 'freeze', on: true })).toBe('ended');
    expect(play.does('ada', { what: 'raisedHand' })).toBe('ended');
    expect(play.joins('bob')).toBe('no-such-workshop');
    expect(classView(play.state).endedAt).toBe(2_000 + 2_000);
  });
});

describe('pairs', () => {
  test.each([
    [[], []],
    [['a'], []],
    [['a', 'b'], [['a', 'b']]],
    [['a', 'b', 'c'], [['a', 'b', 'c']]],
    [
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
  ])('%j are grouped as %j', (seats, groups) => {
    expect(inPairs(seats)).toEqual(groups);
  });

  test('two share a room that nobody else is told; the third plays the server', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd', 'eve');
    play.commands({ what: 'pair', groups: [['ada', 'bob', 'cyd']], page: '/labs/call/' });
    const [ada, cyd, eve] = ['ada', 'cyd', 'eve'].map((seat) => own(play, seat).pair);
    expect(ada).toMatchObject({
      page: '/labs/call/',
      plays: 'alice',
      partners: [{ name: 'bob', plays: 'bob', isHere: true }, { plays: 'server' }],
    });
    expect(cyd).toMatchObject({ room: ada!.room, plays: 'server' });
    expect(eve).toBeNull();
  });

  test('who is paired anew leaves the group before, and who is left alone has none', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd');
    play.commands({ what: 'pair', groups: [['ada', 'bob']] });
    play.commands({ what: 'pair', groups: [['bob', 'cyd']] });
    expect(own(play, 'ada').pair).toBeNull();
    expect(own(play, 'bob').pair?.partners.map(({ name }) => name)).toEqual(['cyd']);
    expect(play.commands({ what: 'unpair', pairs: ['nothing'] })).toBe('no-such-pair');
    play.commands({ what: 'unpair' });
    expect(own(play, 'bob').pair).toBeNull();
  });

  test.each([
    ['twice-in-groups', [['ada', 'ada']]],
    ['no-such-learner', [['ada', 'nobody']]],
  ])('%s', (reason, groups) => {
    const play = openWorkshop();
    play.joins('ada');
    expect(play.commands({ what: 'pair', groups })).toBe(reason);
  });
});

describe('a vote', () => {
  function ask() {
    const play = openWorkshop();
    play.joins('ada', 'bob');
    play.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'], right: 1 });
    return play;
  }
  test('is counted live for the instructor, and told to learners with the reveal', () => {
    const play = ask();
    play.does('ada', { what: 'voted', vote: 'v', choice: 0 });
    play.does('bob', { what: 'voted', vote: 'v', choice: 1 });
    play.does('ada', { what: 'voted', vote: 'v', choice: 1 });
    expect(consoleView(play.state).vote).toMatchObject({ tally: [0, 2], right: 1 });
    expect(classView(play.state).vote).toMatchObject({ tally: null, right: null, isOpen: true });
    play.commands({ what: 'reveal' });
    expect(classView(play.state).vote).toMatchObject({ tally: [0, 2], right: 1, isOpen: false });
    expect(play.does('ada', { what: 'voted', vote: 'v', choice: 0 })).toBe('vote-over');
  });

  test.each([
    ['no-such-option', 'v', 2],
    ['no-vote', 'other', 0],
  ])('%s', (reason, vote, choice) => {
    expect(ask().does('ada', { what: 'voted', vote, choice })).toBe(reason);
  });

  test('asked again under the same id keeps its choices', () => {
    const play = ask();
    play.does('ada', { what: 'voted', vote: 'v', choice: 1 });
    play.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'] });
    expect(consoleView(play.state).vote!.tally).toEqual([0, 1]);
  });
});

describe('hands', () => {
  test('a hand says since when, and who comes', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.comes('hal', 'helper');
    expect(play.commands({ what: 'claimHand', seat: 'ada' }, 'hal', 'helper')).toBe('no-hand');
    play.does('ada', { what: 'raisedHand' });
    play.commands({ what: 'claimHand', seat: 'ada' }, 'hal', 'helper');
    expect(own(play, 'ada').hand).toMatchObject({ comes: 'hal' });
    expect(play.commands({ what: 'claimHand', seat: 'ada' })).toBe('claimed');
    play.commands({ what: 'releaseHand', seat: 'ada' });
    expect(own(play, 'ada').hand).toMatchObject({ comes: 'hal' });
    play.commands({ what: 'releaseHand', seat: 'ada' }, 'hal', 'helper');
    expect(own(play, 'ada').hand).toMatchObject({ comes: null });
    play.commands({ what: 'lowerHand', seat: 'ada' });
    expect(own(play, 'ada').hand).toBeNull();
  });
});

describe('the spotlight', () => {
  test('waits for consent, which can be taken back', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob');
    play.commands({ what: 'spotlight', seat: 'ada' });
    const { id } = own(play, 'ada').spotlight!;
    const agrees = (seat: string, agrees: boolean) =>
      play.does(seat, { what: 'agreedToSpotlight', spotlight: id, agrees });
    expect(agrees('bob', true)).toBe('no-spotlight');
    expect(stageView(play.state).spotlight).toBeNull();
    agrees('ada', true);
    expect(stageView(play.state).spotlight).toMatchObject({ id, name: null });
    play.does('ada', { what: 'agreedToName', agrees: true });
    expect(stageView(play.state)).toMatchObject({ spotlight: { name: 'ada' }, names: ['ada'] });
    agrees('ada', false);
    expect(stageView(play.state).spotlight).toBeNull();
    expect(consoleView(play.state).spotlight).toMatchObject({ seat: 'ada', consent: 'refused' });
  });
});

test('messages are for all or for one', () => {
  const play = openWorkshop();
  play.joins('ada', 'bob');
  play.commands({ what: 'message', text: 'Ten minutes' });
  play.commands({ what: 'message', to: 'ada', text: 'Well done' });
  expect(play.commands({ what: 'message', to: 'nobody', text: 'Hello' })).toBe('no-such-learner');
  expect(classView(play.state).messages.map(({ text }) => text)).toEqual(['Ten minutes']);
  expect([own(play, 'ada'), own(play, 'bob')].map(({ messages }) => messages.length)).toEqual([1, 0]);
});

test('everybody is led to a page, a heading, a step, and each lead is a new one', () => {
  const play = openWorkshop();
  play.commands({ what: 'lead', page: '/labs/tasklist/', step: 15 });
  expect(classView(play.state).lead).toMatchObject({ nr: 1, page: '/labs/tasklist/', step: 15, by: 'grace' });
  play.commands({ what: 'lead', page: '/labs/tasklist/', step: 15 });
  expect(classView(play.state).lead!.nr).toBe(2);
  play.commands({ what: 'stopLeading' });
  expect(classView(play.state).lead).toBeNull();
});
