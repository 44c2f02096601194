import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withstand } from './hostile.fixture.ts';

test('a hundred thousand messages of every kind and shape leave nothing behind', async () => {
  const program = join(import.meta.dirname, 'signaling-process.fixture.ts');
  const child = fork(program, { execArgv: ['--expose-gc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ port }] = await once(child, 'message');
  const heap = async () => {
    child.send('how much?');
    const [{ heap }] = await once(child, 'message');
    return heap as number;
  };

  await withstand(port, 50);
  const before = await heap();
  await withstand(port, 1_000);
  // What may be left is what the house remembers for those who will want to watch.
  expect((await heap()) - before).toBeLessThan(64_000_000);
  expect(child.exitCode).toBeNull();
});
