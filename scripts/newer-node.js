import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithNpm } from './end-with-npm.js';
import { giveUp } from './give-up.js';
import { root } from './root.js';
import { run } from './run.js';

const own = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Goes on with a TypeScript program, on a Node that can run one: this one, or the one that npm has installed here.
 * @param {string} program
 */
export async function goOnWith(program) {
  // Both are news to somebody else; nothing of ours asks the internet for anything.
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
  endWithNpm();
  const path = join(root, program);
  if (process.features.typescript) {
    await import(pathToFileURL(path).href);
  } else if (existsSync(own)) {
    const { code } = await run(own, [path, ...process.argv.slice(2)]);
    process.exitCode = code;
  } else {
    giveUp(
      `This is Node ${process.versions.node}, Trickle needs 22.19 or newer, and npm was not allowed to bring its own: ` +
        'install Node 24, or allow the install script of the package "node" and type "npm ci".',
    );
  }
}
