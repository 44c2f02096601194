import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startingPoints } from './starting-points.ts';

const root = join(import.meta.dirname, '../..');

/** A server of a test's own, in a process that can be killed and started again on the same port, with pages of its own. */
export async function ownHouse(pages: Readonly<Record<string, string>> = {}, more: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'trickle-'));
  for (const { file } of startingPoints)
    copyFileSync(join(root, `public/starting-points/${file}.txt`), join(folder, file));
  for (const [file, html] of Object.entries(pages)) writeFileSync(join(folder, file), html);

  function start(port: number) {
    const flags = ['--port', `${port}`, '--data', join(folder, '.data'), '--mine', folder, ...more];
    const child = spawn(process.execPath, ['server/main.ts', ...flags], { cwd: root });
    let said = '';
    const { promise, resolve, reject } = Promise.withResolvers<{ child: typeof child; port: number }>();
    // Read to its end: a server whose log nobody takes is ended by that.
    child.stdout.on('data', (text) => {
      const [, found] = /localhost:(\d+)/.exec((said += text)) ?? [];
      if (found) resolve({ child, port: Number(found) });
    });
    child.on('exit', () => reject(new Error(`The server ended. ${said}`)));
    return promise;
  }

  let { child, port } = await start(0);
  async function kill() {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  return {
    port,
    url: `http://localhost:${port}`,
    kill,
    async startAgain() {
      ({ child, port } = await start(port));
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
