import { expect, test } from 'vitest';
import { counted, endedWithAStop, fileName, seconds, weight, withoutSound } from './types.ts';

test('a length that a player cannot tell is told as the player does', () => {
  expect(seconds(Number.POSITIVE_INFINITY)).toBe('Infinity');
  expect(seconds(1.44)).toBe('1.4 s');
});

test('a chunk is weighed in bytes, and from a thousand on in kilobytes', () => {
  expect([weight(110), weight(21_732)]).toEqual(['110 B', '21.7 kB']);
});

test('a file ends as its box is called', () => {
  expect(fileName('video/mp4;codecs=vp9,opus')).toBe('recording.mp4');
  expect(fileName('video/webm; codecs="vp8, opus"')).toBe('recording.webm');
});

test('a picture alone is written by one codec', () => {
  expect(withoutSound('video/webm;codecs=vp8,opus')).toBe('video/webm;codecs=vp8');
});

test('one chunk is one chunk, and what a browser says ends once', () => {
  expect([counted(1), counted(3)]).toEqual(['1 chunk', '3 chunks']);
  expect(['Tracks were removed.', 'Tracks were removed'].map(endedWithAStop)).toEqual(
    Array(2).fill('Tracks were removed.'),
  );
});
