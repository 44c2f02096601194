import { afterEach, expect, test, vi } from 'vitest';
import { recollect, remember } from './memory.ts';

afterEach(() => vi.unstubAllGlobals());

function storageWith(stored: Record<string, string>) {
  const storage = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => void (stored[key] = value),
  };
  vi.stubGlobal('localStorage', storage);
  return stored;
}

test('what was remembered is recollected', () => {
  storageWith({});
  remember('answers', 'a', 1);
  remember('answers', 'b', 2);
  expect(recollect('answers')).toEqual({ a: 1, b: 2 });
});

test.each(['', 'nonsense', 'null', '3', '[1]', '"x"'])('%s in the storage is nothing to remember', (stored) => {
  storageWith({ answers: stored });
  expect(recollect('answers')).toEqual({});
  remember('answers', 'a', 1);
  expect(recollect('answers')).toEqual({ a: 1 });
});

test('a browser without storage, or with one that throws, remembers nothing and breaks nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  remember('answers', 'a', 1);
  expect(recollect('answers')).toEqual({});

  const refuse = () => {
    throw new Error('The operation is insecure.');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  remember('answers', 'a', 1);
  expect(recollect('answers')).toEqual({});
});
