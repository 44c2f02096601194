import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Cost } from './report.ts';

/** One of the servers beside this file, in a process of its own. */
export async function startServer(name: 'ours' | 'bare') {
  const child = fork(join(import.meta.dirname, `${name}.ts`), {
    execArgv: ['--expose-gc'],
  });
  const [{ port }] = await once(child, 'message');
  return {
    port: port as number,
    async cost(): Promise<Cost> {
      child.send('how much?');
      const [cost] = await once(child, 'message');
      return cost;
    },
    stop: () => child.disconnect(),
  };
}
