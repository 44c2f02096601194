import { describe, expect, test } from 'vitest';
import { openWorkshop } from '../roster.fixture.ts';
import { classView, consoleView } from './views.ts';

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
