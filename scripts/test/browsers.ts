import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';

export type BrowserName = 'chromium' | 'firefox';

type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; exists(path: string): boolean };
const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

export const variables = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' } as const;

const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};
const applications: Partial<Record<NodeJS.Platform, Record<BrowserName, string[]>>> = {
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    firefox: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

/** The browser that somebody named, else one that is installed on this machine. */
export function findBrowser(name: BrowserName, { platform, env, exists } = thisMachine): string | undefined {
  const named = env[variables[name]];
  if (named) return named;
  return [...onPath(commands[name], { platform, env }), ...(applications[platform]?.[name] ?? [])].find(exists);
}

/** A Chromium that can do without a window: the same engine for two thirds of the work. It has no prompts, and no tabs to share. */
export function findWindowless({ platform, env, exists } = thisMachine): string | undefined {
  const named = env[variables.chromium];
  if (named) return named;
  const windowless = onPath(['chromium-headless-shell'], { platform, env }).find(exists);
  return windowless ?? findBrowser('chromium', { platform, env, exists });
}

function onPath(commands: readonly string[], { platform, env }: Omit<Machine, 'exists'>) {
  const folders = platform === 'win32' ? [] : (env.PATH ?? '').split(delimiter);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

const own = { chromium, firefox };

export const hasPlaywrightsOwn = (name: BrowserName) => existsSync(own[name].executablePath());
