import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.js';
import { giveUp } from './give-up.js';
import { hasDevelopersPackages, missing } from './missing.js';
import { root } from './root.js';
import { run } from './run.js';

/**
 * Lets npm install what is missing: for the server alone, or for its developers too.
 * @param {{ dev: boolean }} wanted
 */
export async function install(wanted) {
  if (isInstalled(wanted)) return;
  await alone(root, async () => {
    // Whoever was here before us may have installed it meanwhile.
    if (!isInstalled(wanted)) await installNow(wanted);
  });
}

/** @param {{ dev: boolean }} wanted */
const isInstalled = (wanted) => missing(readJson('package-lock.json'), installed(), wanted).length === 0;

/** What npm wrote down when it was done. */
const installed = () => readJson('node_modules/.package-lock.json');

/** @param {{ dev: boolean }} wanted */
async function installNow(wanted) {
  const dev = wanted.dev || hasDevelopersPackages(installed());
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))) {
    // Windows does not let a program be replaced while it runs, and this one is part of what is to be replaced.
    giveUp('What Trickle needs has changed since it was installed. Type "npm ci" once, then the same command again.');
  }
  console.log(`Installing what ${dev ? 'the tests need' : 'the server needs'}. This takes about a minute, once …`);
  // Without these npm tries for more than two minutes before it says that there is no internet.
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const args = ['ci', ...(dev ? [] : ['--omit=dev']), '--prefer-offline', ...patience, ...quiet];
  // npm is a script of the shell's on Windows, and nothing but its shell can run it.
  const { code, said } = await run('npm', args, { keep: true, shell: process.platform === 'win32' });
  if (code !== 0) giveUp(explain(said));
}

/** @param {string} said */
export function explain(said) {
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ENOTCACHED)\b/.test(said)) {
    return 'npm could not reach its registry to install what Trickle needs: connect to the internet once and try again.';
  }
  return `npm could not install what Trickle needs. Type "npm ci" to see why in full; it ended with:\n${said.trim()}`;
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}
