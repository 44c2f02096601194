import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.js';
import { run } from '../run.js';
import { bringUpToDate } from '../site/build.ts';
import {
  type BrowserReport,
  type Count,
  countBrowsers,
  countNode,
  isGreen,
  judge,
  type NodeReport,
  none,
  summary,
} from './count.ts';
import { getPrograms } from './get-programs.ts';
import { plan } from './plan.ts';

type Counts = Record<string, Count>;

const { checks, node, browsers, long } = plan(process.argv.slice(2));
const env = { ...process.env, TRICKLE_TIER: long ? 'long' : 'short' };
const tool = (path: string) => join(root, 'node_modules', path);

await getPrograms({ browsers: browsers !== undefined });
// What an earlier run wrote must not be counted as this one's.
const reports = { node: join(root, '.test/node.json'), browsers: join(root, '.test/browsers.json') };
for (const report of Object.values(reports)) await rm(report, { force: true });

// Types take a core and nothing else: meanwhile the other one builds, and tests what needs no browser.
const checked = checks ? [lint(), types()] : [];
const counts: Counts = Object.assign({}, ...(await Promise.all([builtAndTested(), ...checked])));
if (browsers) Object.assign(counts, await browserTests(browsers));

console.log(`\n${summary(counts).join('\n')}`);
if (!isGreen(counts)) process.exitCode = 1;

async function builtAndTested(): Promise<Counts> {
  return { ...(checks && (await built())), ...(node && (await nodeTests(node))) };
}

async function built(): Promise<Counts> {
  return verdict('Build', await bringUpToDate());
}

function lint() {
  return check('Lint', [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']);
}

function types() {
  return check('Types', [tool('astro/bin/astro.mjs'), 'check']);
}

/** A check says something only if it has something to say. */
async function check(name: string, args: string[]): Promise<Counts> {
  const { code, said } = await run(process.execPath, args, { keep: true });
  console.log(code === 0 ? `${name}: nothing to say.` : `${name}:\n${said}`);
  return verdict(name, code);
}

function verdict(name: string, code: number): Counts {
  return { [name]: { ...none, [code === 0 ? 'passed' : 'failed']: 1 } };
}

async function nodeTests(args: string[]): Promise<Counts> {
  const { code } = await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', '--passWithNoTests', ...args], {
    env,
  });
  const report = await read<NodeReport>(reports.node);
  return judge('Node', report ? { Node: countNode(report) } : {}, checks ? ['Node'] : [], code);
}

async function browserTests(args: string[]): Promise<Counts> {
  const { code } = await run(
    process.execPath,
    [tool('@playwright/test/cli.js'), 'test', '--pass-with-no-tests', ...args],
    { env },
  );
  const report = await read<BrowserReport>(reports.browsers);
  return judge('Browser runner', report ? countBrowsers(report) : {}, checks ? ['Chromium', 'Firefox'] : [], code);
}

async function read<Report>(path: string): Promise<Report | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text && JSON.parse(text);
}
