import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { readTokens } from './read-tokens.ts';

const tokens = readTokens(readFileSync(new URL('tokens.css', import.meta.url), 'utf8'));

const grounds = ['paper', 'surface', 'sunken'];
const washes = ['alice-wash', 'bob-wash', 'server-wash', 'now', 'right-wash', 'wrong-wash'];
const words = [...tokens.keys()].filter((name) => name.startsWith('astro-code-token-'));
const code = ['astro-code-foreground', ...words];

/** What is written in a colour, and on which grounds it is written. */
const text: Record<string, string[]> = {
  ink: [...grounds, ...washes],
  'ink-soft': [...grounds, ...washes],
  // The strong button is the page turned inside out; pressed, it is a shade softer.
  paper: ['ink', 'ink-soft'],
  alice: [...grounds, 'alice-wash', 'now'],
  bob: [...grounds, 'bob-wash', 'now'],
  server: [...grounds, 'server-wash', 'now'],
  right: [...grounds, 'right-wash'],
  wrong: [...grounds, 'wrong-wash'],
  ...Object.fromEntries(code.map((name) => [name, ['astro-code-background', 'sunken', 'now']])),
};

/** What is drawn in a colour: outlines of what can be pressed, lines of a picture, marks. */
const shapes: Record<string, string[]> = {
  edge: [...grounds, ...washes],
  lifeline: [...grounds, ...washes],
  'now-mark': [...grounds, 'now', 'astro-code-background'],
  alice: [...grounds, ...washes],
  bob: [...grounds, ...washes],
  server: [...grounds, ...washes],
  right: [...grounds, 'right-wash', 'astro-code-background'],
  wrong: [...grounds, 'wrong-wash'],
};

/** Says nothing and stands beside nothing that does: it only parts what is apart anyway. */
const decoration = ['hairline'];

const pairs = (of: Record<string, string[]>) =>
  Object.entries(of).flatMap(([front, backs]) =>
    backs.flatMap((back) => (['light', 'dark'] as const).map((theme) => ({ front, back, theme }))),
  );

const measure = (front: string, back: string, theme: 'light' | 'dark') =>
  contrast(tokens.get(front)![theme], tokens.get(back)![theme]);

describe('text can be read', () => {
  test.each(pairs(text))('$front on $back, $theme', ({ front, back, theme }) => {
    expect(measure(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('shapes can be seen', () => {
  test.each(pairs(shapes))('$front on $back, $theme', ({ front, back, theme }) => {
    expect(measure(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

test('no colour is declared that is not measured', () => {
  const measured = new Set([...pairs(text), ...pairs(shapes)].flatMap(({ front, back }) => [front, back]));
  expect([...tokens.keys()].filter((name) => !measured.has(name))).toEqual(decoration);
});

test('black on white is 21 : 1', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
});
