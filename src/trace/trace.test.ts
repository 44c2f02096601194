import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { createTrace } from './trace.ts';

test('entries are numbered in the order of arrival, and by actor', () => {
  let clock = 10;
  const trace = createTrace(() => clock++);
  trace.append({ who: 'alice', what: 'call', name: 'getUserMedia' });
  trace.append({ who: 'bob', what: 'note', name: 'hello' });
  trace.append({ who: 'alice', what: 'return', name: 'getUserMedia' });
  expect(trace.entries.map(({ id, seq, at }) => [id, seq, at])).toEqual([
    ['alice:1', 0, 10],
    ['bob:1', 1, 11],
    ['alice:2', 2, 12],
  ]);
});

test('a follower hears what is appended from now on, until it leaves', () => {
  const trace = createTrace(() => 0);
  const heard: Entry[] = [];
  const leave = new AbortController();
  trace.append({ who: 'alice', what: 'note', name: 'before' });
  trace.follow((entry) => heard.push(entry), leave.signal);
  trace.append({ who: 'alice', what: 'note', name: 'during' });
  leave.abort();
  trace.append({ who: 'alice', what: 'note', name: 'after' });
  expect(heard.map(({ name }) => name)).toEqual(['during']);
});

test('a line is looked for once, and only if somebody asks', () => {
  const trace = createTrace(() => 0);
  const asked: string[] = [];
  const call = (name: string, line?: [string, number]) =>
    trace.append({ who: 'alice', what: 'call', name }, () => {
      asked.push(name);
      return line;
    });
  const [known, unknown] = [call('createOffer', ['call.ts', 7]), call('close')];
  expect(asked).toEqual([]);
  expect([known.line, unknown.line, known.line, unknown.line]).toEqual([
    ['call.ts', 7],
    undefined,
    ['call.ts', 7],
    undefined,
  ]);
  expect(asked).toEqual(['createOffer', 'close']);
  expect(trace.entries.map((entry) => Object.keys(entry).includes('line'))).toEqual([true, false]);
  expect(call('send', ['call.ts', 8])).toMatchObject({ line: ['call.ts', 8] });
  expect(JSON.stringify(call('send', ['call.ts', 9]))).toContain('["call.ts",9]');
});

test('a full trace keeps what it has, says once that it is full, and counts the rest', () => {
  const trace = createTrace(() => 0, 2);
  const heard: string[] = [];
  trace.follow(({ name }) => heard.push(name), new AbortController().signal);
  for (const name of ['a', 'b', 'c', 'd']) trace.append({ who: 'alice', what: 'event', name });
  const full = 'The trace is full after 2 entries: what happens from now on is counted and not kept.';
  expect(trace.entries.map(({ what, name }) => [what, name])).toEqual([
    ['event', 'a'],
    ['event', 'b'],
    ['note', full],
  ]);
  expect(heard).toEqual(['a', 'b', full]);
  expect(trace.dropped).toBe(2);
});

test('what is not kept has an id of its own all the same, for what refers to it', () => {
  const trace = createTrace(() => 0, 1);
  const ids = ['a', 'b', 'c'].map((name) => trace.append({ who: 'alice', what: 'call', name }).id);
  expect(new Set([...ids, ...trace.entries.map(({ id }) => id)]).size).toBe(4);
});
