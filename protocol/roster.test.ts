import { describe, expect, test } from 'vitest';
import { openWorkshop, own } from './roster.fixture.ts';

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
