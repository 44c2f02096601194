import { expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { createTrace } from '../../trace/trace.ts';
import { isConnected } from './health.ts';
import { steps } from './steps.ts';
import { viewsOf } from './view.ts';

test('with whoever leaves their picture goes, and the way to them', () => {
  const trace = createTrace(() => 0);
  const add = (who: string, what: Entry['what'], name: string, body?: unknown) =>
    trace.append({ who, what, name, body });
  for (const who of ['alice', 'bob']) {
    add(who, 'return', 'getUserMedia');
    add(who, 'state', 'connection', 'connected');
    add(who, 'note', 'first frame');
  }
  add('alice', 'event', 'peerLeft', 'bob');
  const viewOf = viewsOf(trace.entries, steps, ['alice']);
  const [before, after] = [viewOf(trace.entries.length - 1), viewOf(trace.entries.length)];
  expect(before.faces).toEqual({ has: ['alice', 'bob'], seen: ['bob', 'alice'] });
  expect(isConnected(before.health)).toBe(true);
  expect(after.faces).toEqual({ has: ['alice'], seen: [] });
  expect(isConnected(after.health)).toBe(false);
});
