import { expect, test } from 'vitest';
import { nextLesson, type Progress } from './next-lesson.ts';

const lessons = ['a', 'b', 'c'];

test.each<[string, Progress, ReturnType<typeof nextLesson>]>([
  ['a newcomer starts with the first lesson', {}, { lesson: 'a', how: 'start' }],
  ['who left in the middle continues there', { b: { opened: 1 } }, { lesson: 'b', how: 'continue' }],
  [
    'of two left in the middle, the later one',
    { a: { opened: 5 }, b: { opened: 3 } },
    { lesson: 'a', how: 'continue' },
  ],
  ['who is through with one goes on to the next', { a: { opened: 1, done: 2 } }, { lesson: 'b', how: 'go on' }],
  ['a lesson that was skipped comes before the end', { c: { opened: 1, done: 2 } }, { lesson: 'a', how: 'go on' }],
  ['a lesson that is no more is forgotten', { gone: { opened: 9 } }, { lesson: 'a', how: 'start' }],
  [
    'who is through with everything is told so',
    { a: { opened: 1, done: 2 }, b: { opened: 1, done: 2 }, c: { opened: 1, done: 2 } },
    undefined,
  ],
])('%s', (_, progress, next) => {
  expect(nextLesson(lessons, progress)).toEqual(next);
});

test('where there are no lessons there is nowhere to go', () => {
  expect(nextLesson([], {})).toBeUndefined();
});
