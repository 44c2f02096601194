import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run.js';

test('tells how a program ended and what it said', async () => {
  const program = `console.log('out'); console.error('err'); process.exitCode = 7;`;
  const { code, said } = await run(process.execPath, ['--eval', program], { keep: true });
  expect(code).toBe(7);
  expect(said.split('\n').sort()).toEqual(['', 'err', 'out']);
});

test.each(['SIGTERM', 'SIGINT'] as const)('passes %s on, and ends as the program ends', async (signal) => {
  const child = `process.on('${signal}', () => { console.log('heard'); process.exit(5); }); setInterval(() => {}, 1e6); console.log('ready');`;
  const runPath = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'run.js')).href);
  const parent = `import { run } from ${runPath}; process.exitCode = (await run(process.execPath, ['--eval', ${JSON.stringify(child)}])).code;`;
  const program = spawn(process.execPath, ['--input-type=module', '--eval', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  await once(program.stdout, 'data');
  program.kill(signal);
  expect(String(await once(program.stdout, 'data'))).toBe('heard\n');
  expect(await ended).toEqual([5, null]);
});

test('a program that a signal ended is told by its number', async () => {
  const { code } = await run(process.execPath, ['--eval', `process.kill(process.pid, 'SIGKILL')`], { keep: true });
  expect(code).toBe(128 + 9);
});
