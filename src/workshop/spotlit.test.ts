import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { openSpotlit } from './spotlit.ts';

const entry = (id: string): Entry => ({ id, seq: 7, at: 0, who: 'alice', what: 'note', name: id });

test('what comes is shown once, in its order, and each spotlight begins anew', () => {
  const { shown, take } = openSpotlit();
  take({ spotlight: 'one', entries: [entry('a'), entry('b')] });
  const { trace } = shown.value!;
  const heard: string[] = [];
  trace.follow(({ id }) => heard.push(id), new AbortController().signal);
  take({ spotlight: 'one', entries: [entry('a'), entry('b'), entry('c')] });
  expect(trace.entries.map(({ id, seq }) => [id, seq])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  expect(heard).toEqual(['c']);
  take({ spotlight: 'two', entries: [entry('a')] });
  expect(shown.value!.trace.entries).toHaveLength(1);
});
