import { expect, test } from 'vitest';
import { opened, openFiles } from './open-labs.ts';

test('what a file exports can be replaced, and no line of it moves', () => {
  const code = `export async function call(alice) {}
export const settle = (peer) => peer;
function own() {}
`;
  const [first, second, third, ...more] = opened('src/labs/a/a.ts', code).split('\n');
  expect([first, third]).toEqual(['export async function call(alice) {}', 'function own() {}']);
  expect(second).toBe('export let   settle = (peer) => peer;');
  expect(more.join('')).toContain('["src/labs/a/a.ts"] = [{ call, settle }, (now) => { ({ call, settle } = now); }]');
});

test('open is what labs and lessons quote, and what that needs; not what needs more than a lab has', async () => {
  const open = await openFiles();
  expect([...open]).toEqual(
    expect.arrayContaining([
      'src/labs/hello/hello.ts',
      'src/labs/call/two-party.ts',
      'src/labs/constraints/fitness.ts',
      'src/labs/only-myself/faults.ts',
      'src/labs/errors/provoke/states.ts',
      'src/labs/errors/place.ts',
    ]),
  );
  for (const closed of ['src/labs/carriers/ways.ts', 'src/labs/by-hand/alice.console.ts', 'src/labs/hello/mailbox.ts'])
    expect(open).not.toContain(closed);
});
