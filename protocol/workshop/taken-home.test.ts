import { expect, test } from 'vitest';
import { isTakenHome, readTakenHome, type TakenHome, writeTakenHome } from './taken-home.ts';

const home: TakenHome = {
  trickleHome: 1,
  title: 'WebRTC, hands on',
  name: 'Ada <b>',
  openedAt: '2026-11-21T09:00:00.000Z',
  joinedAt: '2026-11-21T09:05:00.000Z',
  takenAt: '2026-11-21T12:00:00.000Z',
  journey: [{ page: '/labs/hello/', title: 'Hello', lab: 'hello', at: '2026-11-21T09:06:00.000Z' }],
  answers: [{ question: '/lessons/x/#predict-1', choice: 'Two', asked: 'How many?', at: '2026-11-21T09:07:00.000Z' }],
  traces: [{ page: '/labs/hello/', lab: 'hello', file: '{"trickle":1}\n' }],
};
const text = writeTakenHome(home);
const changed = (change: object) => JSON.stringify({ ...home, ...change });

test('what was taken home is read as it was', () => {
  expect(isTakenHome(text)).toBe(true);
  expect(readTakenHome(`\uFEFF${text}`)).toEqual({ ok: true, home });
});

test.each([
  ['cut off', text.slice(0, 200), 'cut off or damaged'],
  ['of a newer Trickle', changed({ trickleHome: 9 }), 'version 9'],
  ['without a name', changed({ name: 7 }), '“name”'],
  ['with a time that is none', changed({ takenAt: 'tomorrow' }), '“takenAt”'],
  [
    'with a link that leads elsewhere',
    changed({ journey: [{ ...home.journey[0], page: '//evil.example/' }] }),
    '“journey”',
  ],
  ['with a trace that is none', changed({ traces: [{ page: '/', lab: 'hello', file: 7 }] }), '“traces”'],
])('one that is %s is refused with a sentence', (_, text, says) => {
  expect(isTakenHome(text)).toBe(true);
  expect(readTakenHome(text)).toEqual({ ok: false, problem: expect.stringContaining(says) });
});

test('one that is too large is not even read', () => {
  expect(readTakenHome('x'.repeat(50_000_001))).toEqual({ ok: false, problem: expect.stringContaining('51 MB') });
});
