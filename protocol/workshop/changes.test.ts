import { expect, test } from 'vitest';
import { openWorkshop } from '../roster.fixture.ts';
import { ownChanges } from './changes.ts';

test('whoever chose is told that a question is open to them again, though another one came between', () => {
  const play = openWorkshop();
  play.joins('ada');
  const ask = (vote: string) => play.commands({ what: 'askVote', vote, question: 'Which?', options: ['a', 'b'] });
  ask('first');
  play.does('ada', { what: 'voted', vote: 'first', choice: 1 });
  const before = play.state;
  ask('second');
  ask('first');
  expect(ownChanges(before, play.state).get('ada')).toMatchObject({ choice: null });
});
