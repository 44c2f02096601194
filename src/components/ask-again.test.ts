import { expect, test } from 'vitest';
import { isDue, lessonsToAsk } from './ask-again.ts';

const hour = 3_600_000;
const now = 100 * hour;
const at = (hoursAgo: number) => now - hoursAgo * hour;

test('who was here for the first time today is asked nothing', () => {
  expect(lessonsToAsk({ answers: {}, progress: {}, now })).toEqual([]);
  expect(lessonsToAsk({ answers: {}, progress: { 'media/tracks': { opened: at(0.5) } }, now })).toEqual([]);
});

test('what was opened longest ago comes first, but before it comes where something was not known', () => {
  const progress = { a: { opened: at(30) }, b: { opened: at(50) }, c: { opened: at(20) } };
  expect(lessonsToAsk({ answers: {}, progress, now })).toEqual(['b', 'a', 'c']);
  const answers = { '/lessons/c/#recall-1': { said: 'not-yet', at: at(20) } };
  expect(lessonsToAsk({ answers, progress, now })).toEqual(['c', 'b', 'a']);
});

test('a prediction that was wrong is no question to be recalled', () => {
  const progress = { a: { opened: at(30) }, b: { opened: at(20) } };
  const answers = { '/lessons/b/#predict-1': { said: 'not-yet', at: at(20) } };
  expect(lessonsToAsk({ answers, progress, now })).toEqual(['a', 'b']);
});

test('a question rests for a while after it was answered', () => {
  const answers = { '#new': { said: 'knew', at: at(0.5) }, '#old': { said: 'knew', at: at(2) } };
  expect(isDue('#new', { answers, progress: {}, now })).toBe(false);
  expect(isDue('#old', { answers, progress: {}, now })).toBe(true);
  expect(isDue('#never', { answers, progress: {}, now })).toBe(true);
});
