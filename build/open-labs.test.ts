import { expect, test } from 'vitest';
import { opened } from './open-labs.ts';

test('what a file exports can be replaced, and no line of it moves', () => {
  const code = `export async function call(alice) {}
export const settle = (peer) => peer;
function own() {}
`;
  const [first, second, third, ...more] = opened('hello', code).split('\n');
  expect([first, third]).toEqual(['export async function call(alice) {}', 'function own() {}']);
  expect(second).toBe('export let   settle = (peer) => peer;');
  expect(more.join('')).toContain('["hello"] = [{ call, settle }, (now) => { ({ call, settle } = now); }]');
});
