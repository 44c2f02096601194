import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { done, type Reply, refuse } from '../../protocol/workshop/refusal.ts';
import { createTrace } from '../trace/trace.ts';
import { shine } from './shining.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A trace that is shown, and a server that answers as it is told to. */
async function stage() {
  const trace = createTrace(() => 0);
  const notes = (...names: string[]) => {
    for (const name of names) trace.append({ who: 'alice', what: 'note', name });
  };
  const told: string[][] = [];
  const server = { answer: async (): Promise<Reply> => done(undefined) };
  notes('one', 'two');
  const shining = shine(trace, (entries: readonly Entry[]) => {
    told.push(entries.map(({ name }) => name));
    return server.answer();
  });
  await vi.dynamicImportSettled();
  return { notes, told, server, shining, later: () => vi.advanceTimersByTimeAsync(1_000) };
}

test('a trace is told from its beginning and as it grows, once there is a connection', async () => {
  const { notes, told, shining, later } = await stage();
  await later();
  expect(told).toEqual([]);
  shining.go(true);
  await later();
  notes('three');
  await later();
  expect(told).toEqual([['one', 'two'], ['three']]);
});

test('what was not heard is told again; to a server that was gone, everything', async () => {
  const { notes, told, server, shining, later } = await stage();
  shining.go(true);
  server.answer = async () => refuse({ reason: 'too-fast', waitMs: 1 });
  await vi.advanceTimersByTimeAsync(300);
  server.answer = () => Promise.reject(new Error('no answer'));
  await vi.advanceTimersByTimeAsync(300);
  server.answer = async () => done(undefined);
  await later();
  expect(told).toEqual([
    ['one', 'two'],
    ['one', 'two'],
    ['one', 'two'],
  ]);
  shining.go(false);
  notes('three');
  await later();
  shining.go(true);
  await later();
  expect(told.slice(3)).toEqual([['one', 'two', 'three']]);
});

test('nothing is told to a class that may not see it any more', async () => {
  const { notes, told, server, shining, later } = await stage();
  server.answer = async () => refuse({ reason: 'no-spotlight' });
  shining.go(true);
  await later();
  notes('three');
  await later();
  expect(told).toEqual([['one', 'two']]);
});

test('the last of it is told before a page goes', async () => {
  const { notes, told, shining, later } = await stage();
  shining.go(true);
  await later();
  notes('three');
  shining.sayTheRest();
  shining.end();
  await later();
  expect(told).toEqual([['one', 'two'], ['three']]);
});
