import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp } from '../give-up.js';
import { root } from '../root.js';
import { run } from '../run.js';
import { type BrowserName, findBrowser, hasPlaywrightsOwn, variables } from './browsers.ts';

const names = ['chromium', 'firefox'] as const;
const debian = { chromium: 'chromium', firefox: 'firefox-esr', certutil: 'libnss3-tools' };

/** Sees to it that both browsers are there, by whatever way this machine allows. A browser less would be a lie. */
export async function getBrowsers() {
  for (const name of names) {
    const named = process.env[variables[name]];
    if (named && !existsSync(named)) giveUp(`${variables[name]} says ${named}, and there is no such file.`);
  }
  if (isDebian()) await installByApt();
  else await installByPlaywright();

  const missing = names.filter(isMissing);
  if (missing.length > 0) {
    const settings = missing.map((name) => `${variables[name]}=/path/to/it`).join(' ');
    giveUp(
      `The tests need ${missing.join(' and ')}, and there was no way to get ${missing.length > 1 ? 'them' : 'it'}: ` +
        `install by hand what your system offers, or say where it is: ${settings} npm test`,
    );
  }
}

const isMissing = (name: BrowserName) => !findBrowser(name) && !hasPlaywrightsOwn(name);

const isDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

async function installByApt() {
  const packages: string[] = names.filter(isMissing).map((name) => debian[name]);
  // Puts our authority into a browser's store, to prove that it is trusted.
  if (!existsSync('/usr/bin/certutil')) packages.push(debian.certutil);
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], { env, keep: true });
}

async function installByPlaywright() {
  const missing = names.filter(isMissing);
  if (missing.length === 0) return;
  await run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', ...missing]);
}
