import { describe, expect, test } from 'vitest';
import { at, openWorkshop, own } from '../roster.fixture.ts';
import { limits } from './limits.ts';
import { stuckMs } from './stuck.ts';
import { card, consoleView } from './views.ts';

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
    expect(stuckMs(card(play.learner('ada')), undefined, play.now)).toBe(0);
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
