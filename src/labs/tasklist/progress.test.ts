import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { createTrace } from '../../trace/trace.ts';
import { nextOf, progressFold, statusOf } from './progress.ts';
import type { Side } from './step.ts';
import { steps } from './steps.ts';
import { listText } from './text.ts';

const both: readonly Side[] = ['alice', 'bob'];

/** What the list says after these facts. */
function listAfter(facts: Partial<Entry>[], here = both) {
  const trace = createTrace(() => 0);
  for (const fact of facts) trace.append({ who: 'alice', what: 'step', name: '', ...fact });
  const fold = progressFold(steps, here);
  return trace.entries.reduce(fold.advance, fold.start);
}

const doneOf = (progress: ReturnType<typeof listAfter>) =>
  steps.filter((step) => statusOf(progress, step) === 'done').map(({ key }) => key);
const step = (key: string, is: string, more = {}) => ({ body: { step: key, is, ...more } });

test('a step has begun, and then it is over', () => {
  expect(statusOf(listAfter([step('1', 'running')]), { key: '1' })).toBe('running');
  expect(statusOf(listAfter([step('1', 'running'), step('1', 'done')]), { key: '1' })).toBe('done');
  const failed = listAfter([step('1', 'running'), step('1', 'failed', { said: 'NotAllowedError: no' })]);
  expect(failed['1']).toMatchObject({ status: 'failed', said: 'NotAllowedError: no' });
});

test('what comes by itself is there when it really happened', () => {
  expect(doneOf(listAfter([{ what: 'event', name: 'icecandidate' }]))).toEqual(['7']);
  expect(doneOf(listAfter([{ what: 'sent', name: 'candidate' }]))).toEqual(['9']);
  expect(doneOf(listAfter([{ what: 'note', name: 'first frame' }]))).toEqual(['alice-sees']);
});

test('what has happened has happened, also where somebody passes it on only later', () => {
  expect(doneOf(listAfter([{ who: 'bob', what: 'event', name: 'icecandidate' }, step('18', 'running')]))).toEqual([
    '18',
  ]);
});

test('what comes next is never what comes by itself', () => {
  const taken = ['1', '2', '3', '4', '5', '6'].map((key) => step(key, 'done'));
  expect(nextOf(steps, listAfter(taken))?.key).toBe('8');
});

describe('of whoever is elsewhere, the server tells', () => {
  const server = (what: Entry['what'], name: string, body?: unknown): Partial<Entry> => ({
    who: 'server',
    what,
    name,
    body,
  });

  test('that the offer has come, and so all that leads to it', () => {
    expect(doneOf(listAfter([server('received', 'offer')], ['bob']))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('that the answer has come', () => {
    expect(doneOf(listAfter([server('received', 'answer')], ['alice'])).at(-1)).toBe('20');
  });

  test('that they have left, and their steps are undone', () => {
    const left = server('received', 'leave', { from: { name: 'bob' } });
    expect(doneOf(listAfter([server('received', 'answer'), left], ['alice']))).toEqual([]);
    expect(doneOf(listAfter([step('1', 'done'), server('received', 'answer'), left], ['alice']))).toEqual(['1']);
  });

  test('nothing of those who are here', () => {
    expect(doneOf(listAfter([server('received', 'offer')]))).toEqual([]);
  });
});

test('the list in words has a line for every step, and the browser’s own words where one failed', () => {
  const text = listText(steps, listAfter([step('1', 'done'), step('2', 'failed', { said: 'TypeError: oh' })]));
  expect(text).toHaveLength(steps.length);
  expect(text[0]).toMatch(/^✓ +1 getUserMedia \(alice\)/);
  expect(text[1]).toContain('✕ TypeError: oh');
});
