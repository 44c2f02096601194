import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folderWith } from './house.fixture.ts';

const root = join(import.meta.dirname, '..');

/** The server as it lies in a clone, beside a built site, with certificates and data of its own. */
export function clone({ built = true } = {}): string {
  const folder = folderWith(built ? { 'dist/index.html': 'built' } : {});
  const filter = (file: string) => !/\.(test|fixture|e2e)\.ts$/.test(file);
  for (const part of ['server', 'protocol', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true, filter });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

export type Place = { folder?: string; env?: NodeJS.ProcessEnv };

export function start(args: string[], { folder = clone(), env = {} }: Place = {}) {
  const child = spawn(process.execPath, ['server/main.ts', ...args], { cwd: folder, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: once(child, 'exit') };
}

/** A running server, and the port that it says it has. */
export async function running(args: string[] = [], place?: Place) {
  const { child, ended } = start(['--port', '0', ...args], place);
  const [said] = await once(child.stdout, 'data');
  const [, port] = /^Trickle is at http:\/\/localhost:(\d+)\n/.exec(said) ?? [];
  return { child, ended, port: Number(port) };
}
