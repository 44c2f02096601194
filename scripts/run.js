import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { root } from './root.js';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/**
 * Runs a program in our folder to its end, passes signals on to it, and tells the code that it ended with. What it
 * says goes to our terminal, or is kept for whoever asked with `keep`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ keep?: boolean, shell?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, said: string }>}
 */
export async function run(command, args, { keep = false, shell = false, env = process.env } = {}) {
  const child = spawn(command, args, { cwd: root, env, shell, stdio: keep ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));

  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    // A terminal sends Ctrl-C to everyone in it: the child has heard it, and would take a second one for impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  try {
    const [code, signal] = await once(child, 'close');
    return { code: code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)], said };
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}
