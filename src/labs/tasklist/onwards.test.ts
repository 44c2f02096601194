import { expect, test } from 'vitest';
import type { Witnessed } from '../../../protocol/witness.ts';
import { createTrace } from '../../trace/trace.ts';
import { onwards } from './onwards.ts';

const told = (id: string, of?: string): Witnessed => ({
  id: `server:${id}`,
  at: 0,
  who: 'server',
  what: 'received',
  name: id,
  ...(of && { of: `server:${of}` }),
});

test('a room that is watched for the first time keeps its numbers', () => {
  expect(onwards('server', [])([told('0.0'), told('0.1', '0.0')])).toEqual([told('0.0'), told('0.1', '0.0')]);
});

test('a second room, and a server that was restarted, are recorded whole in the same trace', () => {
  const trace = createTrace(() => 0);
  trace.append({ who: 'alice', what: 'note', name: 'hello' });
  for (let room = 0; room < 2; room++) {
    const first = onwards('server', trace.entries);
    expect(trace.take(first([told('0.0'), told('0.1', '0.0'), told('1.0')]))).toEqual([]);
    // Restarted: it counts from zero again, be it that it had come no further.
    expect(trace.take(first([told('0.0')]))).toEqual([]);
    expect(trace.take(first([told('0.0'), told('1.0')]))).toEqual([]);
  }
  expect(trace.entries).toHaveLength(1 + 2 * 6);
  const pairs = trace.entries.filter(({ of }) => of).map(({ id, of }) => [id, of]);
  expect(pairs).toEqual([
    ['server:0.1', 'server:0.0'],
    ['server:5.1', 'server:5.0'],
  ]);
});
