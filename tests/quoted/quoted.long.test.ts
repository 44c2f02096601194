import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { quotedRegions } from './quoted-regions.ts';
import { readRuns } from './ran.ts';

const root = resolve(import.meta.dirname, '../..');
const regions = quotedRegions(root);
const inLab = (file: string) => file.startsWith('src/labs/');
/** These are typed into the consoles of two pages, region by region; no file of theirs is loaded. */
const isTyped = (file: string) => file.endsWith('.console.ts');

/** The tests that run what is quoted of the server; whoever quotes more of it adds the test that runs it. */
const ofServer = [
  'protocol/candidate.test.ts',
  'protocol/coming-back.test.ts',
  'protocol/offer.test.ts',
  'server/attach.test.ts',
  'server/front-door.test.ts',
  'server/signaling/flow.test.ts',
];
/** Of a lab it is the tests that lie beside it. */
const ofLabs = [...new Set(regions.map(({ file }) => `${dirname(file)}/`))].filter(inLab);

let runs: ReturnType<typeof readRuns>;

/** These tests once more, and V8 notes what they run. */
beforeAll(async () => {
  const notes = mkdtempSync(join(tmpdir(), 'trickle-'));
  const [node, pages] = [join(notes, 'node'), join(notes, 'pages')];
  mkdirSync(pages);
  await run('vitest/vitest.mjs', 'run', 'vitest.config.ts', ofServer, { NODE_V8_COVERAGE: node });
  await run('@playwright/test/cli.js', 'test', 'playwright.config.ts', ofLabs, { TRICKLE_RAN: pages });
  runs = readRuns(root, { node, pages });
  rmSync(notes, { recursive: true });
}, 1_200_000);

/** Whether they pass is told by the run that they belong to: here it only counts what they ran. */
async function run(tool: string, command: string, config: string, tests: string[], noting: NodeJS.ProcessEnv) {
  const args = [join(root, 'node_modules', tool), command, '--config', join(import.meta.dirname, config), ...tests];
  const env = { ...process.env, TRICKLE_TIER: 'short', ...noting };
  await promisify(execFile)(process.execPath, args, { cwd: root, env, maxBuffer: 1e9 }).catch(({ stdout, stderr }) =>
    console.error(`${stdout}${stderr}`),
  );
}

for (const { file, name, lines } of regions) {
  if (isTyped(file)) {
    test(`${file}, ${name}, is typed by a test`, () => {
      const [, who] = /(\w+)\.console\.ts$/.exec(file)!;
      expect(readFileSync(join(root, 'tests/two-consoles.e2e.ts'), 'utf8')).toContain(`type('${who}', '${name}')`);
    });
  } else {
    test(`${file}, ${name}: a test reaches each line, and calls each function`, () => {
      const numbers = new Map(lines.map(({ number, text }) => [number, text]));
      const seen = (inLab(file) ? runs.inPages(file) : runs.inNode(file)).filter(({ number }) => numbers.has(number));
      expect(seen).not.toEqual([]);
      const idle = seen.filter(({ ran }) => !ran).map(({ number }) => `${number}: ${numbers.get(number)}`);
      expect([...new Set(idle)]).toEqual([]);
    });
  }
}
