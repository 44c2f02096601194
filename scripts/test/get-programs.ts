import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, type Program, packages } from '../../tests/program.ts';
import { giveUp } from '../give-up.js';
import { root } from '../root.js';
import { run } from '../run.js';
import { installByApt, mayInstall } from './apt.ts';
import { type BrowserName, findBrowser, findWindowless, hasPlaywrightsOwn, variables } from './browsers.ts';

const names = ['chromium', 'firefox'] as const;
const debian = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * Sees to it that what the tests call is there, by whatever way this machine allows. A browser less would be a lie;
 * a test that misses another program says so itself.
 */
export async function getPrograms(wanted: { browsers: boolean }) {
  const browsers = wanted.browsers ? names : [];
  for (const name of browsers) {
    const named = process.env[variables[name]];
    if (named && !existsSync(named)) giveUp(`${variables[name]} says ${named}, and there is no such file.`);
  }
  const others = (Object.keys(packages) as Program[]).filter((name) => !findProgram(name));
  if (mayInstall()) {
    const missing = browsers.filter(isMissing).map((name) => debian[name]);
    await installByApt([...missing, ...others.map((name) => packages[name])]);
    // By itself: where there is no such package, the tests go the slower way.
    if (wanted.browsers && findWindowless() === findBrowser('chromium') && !process.env[variables.chromium])
      await installByApt(['chromium-headless-shell']);
  } else await installByPlaywright(browsers.filter(isMissing));

  const missing = browsers.filter(isMissing);
  if (missing.length > 0) {
    const settings = missing.map((name) => `${variables[name]}=/path/to/it`).join(' ');
    giveUp(
      `The tests need ${missing.join(' and ')}, and there was no way to get ${missing.length > 1 ? 'them' : 'it'}: ` +
        `install by hand what your system offers, or say where it is: ${settings} npm test`,
    );
  }
}

const isMissing = (name: BrowserName) => !findBrowser(name) && !hasPlaywrightsOwn(name);

async function installByPlaywright(missing: readonly BrowserName[]) {
  if (missing.length === 0) return;
  await run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', ...missing]);
}
