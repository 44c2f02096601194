import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';
import { createInterface } from 'node:readline';

/** Types `npm start` in a folder, as somebody would who has nothing but the Node and the npm of this machine. */
export async function start(folder: string) {
  const began = performance.now();
  const PATH = (process.env.PATH ?? '').split(delimiter).filter((place) => !place.includes('node_modules'));
  const npm = spawn('npm', ['start', '--', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, PATH: PATH.join(delimiter) },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(npm, 'close');
  let errors = '';
  npm.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  const url = await urlIn(npm.stdout);
  if (!url) throw new Error(errors.trim() || 'npm start ended and said nothing.');
  await (await fetch(url)).text();
  return {
    url,
    /** From typing the command to having the first page. */
    firstPageMs: performance.now() - began,
    async stop() {
      npm.kill('SIGTERM');
      await ended;
    },
  };
}

async function urlIn(output: NodeJS.ReadableStream) {
  const lines = createInterface({ input: output });
  for await (const line of lines) {
    const [, url] = /^Trickle is at (\S+)/.exec(line) ?? [];
    // Closing the lines would stop the stream, and with it a server that has more to say.
    if (url) {
      output.resume();
      return url;
    }
  }
  return undefined;
}
