import { describe, expect, test } from 'vitest';
import { openWorkshop } from '../roster.fixture.ts';
import type { Command } from '../workshop.ts';
import { may, type Role } from './powers.ts';
import { classView } from './views.ts';

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
