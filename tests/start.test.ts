import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '..');
// The Node that npm itself runs on: the old one, where this machine has an old one.
const node = process.env.npm_node_execpath ?? process.execPath;

/**
 * A house of one page, with our scripts and our server, that nobody has built yet. It lies inside the real one, where
 * it finds the same packages, and believes that it has all that it needs: npm has nothing to do here.
 */
async function smallHouse() {
  const place = join(root, '.test/houses');
  await mkdir(place, { recursive: true });
  const house = await mkdtemp(join(place, 'start-'));
  onTestFinished(() => rm(house, { recursive: true, force: true }));
  for (const part of ['scripts', 'server', 'protocol', 'package.json']) {
    await cp(join(root, part), join(house, part), { recursive: true });
  }
  await mkdir(join(house, 'node_modules'));
  for (const installed of ['package-lock.json', 'node_modules/.package-lock.json']) {
    await writeFile(join(house, installed), '{"packages":{}}');
  }
  for (const named of ['node', 'astro']) {
    await symlink(join(root, 'node_modules', named), join(house, 'node_modules', named), 'junction');
  }
  await writeFile(join(house, 'astro.config.mjs'), 'export default {};');
  await writePage(house, '<h1>Trickle</h1>');
  return house;
}

async function writePage(house: string, page: string) {
  await mkdir(join(house, 'src/pages'), { recursive: true });
  await writeFile(join(house, 'src/pages/index.astro'), page);
}

/** Types a command, and ends it when the test is over. */
function type(house: string, command: string, args: string[]) {
  const child = spawn(command, args, { cwd: house, shell: command === 'npm' && process.platform === 'win32' });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text) => said.push(text));
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const url = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, found] = /^Trickle is at (\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`It ended before it was anywhere: ${said.join('')}`)));
  });
  // Whoever does not ask where it is need not hear that it is nowhere.
  url.catch(() => {});
  return { child, said, ended, url };
}

/** What `npm start` runs. */
const start = (house: string, ...flags: string[]) => type(house, node, ['scripts/start.js', '--port', '0', ...flags]);

const textOf = async (url: string) => (await fetch(url)).text();

test('a wrong flag is told before anything is built', async () => {
  const house = await smallHouse();
  const { ended, said } = start(house, '--prot', '1');
  expect(await ended).toBe(1);
  expect(said.join('')).toMatch(/^There is no flag --prot\..*\n$/);
  expect(existsSync(join(house, 'dist'))).toBe(false);
});

test('what is stale is built, what is fresh is served as it is, and SIGTERM ends it', async () => {
  const house = await smallHouse();
  const first = start(house);
  expect(await textOf(await first.url)).toContain('<h1>Trickle</h1>');
  expect(first.said.join('\n')).toContain('Building the site');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = start(house);
  expect(await textOf(await second.url)).toContain('<h1>Trickle</h1>');
  expect(second.said.join('\n')).not.toContain('Building');
  second.child.kill('SIGTERM');
  await second.ended;

  await writePage(house, '<h1>Changed</h1>');
  const third = start(house);
  expect(await textOf(await third.url)).toContain('<h1>Changed</h1>');
}, 60_000);

test('two starts at one moment build once and serve both', async () => {
  const house = await smallHouse();
  const starts = [start(house), start(house)];
  for (const { url } of starts) expect(await textOf(await url)).toContain('<h1>Trickle</h1>');
  expect(starts.flatMap(({ said }) => said).filter((line) => line.startsWith('Building'))).toHaveLength(1);
}, 60_000);

test('a build that fails serves nothing, says why, and is not taken for fresh', async () => {
  const house = await smallHouse();
  const before = start(house);
  await before.url;
  before.child.kill('SIGTERM');
  await before.ended;

  await writePage(house, `---\nthrow new Error('the chalk broke')\n---`);
  for (const attempt of ['once', 'and again']) {
    const { ended, said } = start(house);
    expect(await ended, attempt).toBe(1);
    expect(said.join('')).toContain('the chalk broke');
    expect(said.join('')).toContain('The site could not be built');
  }
}, 60_000);

test('who ends npm ends the server', async () => {
  const house = await smallHouse();
  const { child, ended, url } = type(house, 'npm', ['start', '--', '--port', '0']);
  await url;
  child.kill('SIGTERM');
  // Its output closes when the last process that writes there is gone.
  await ended;
  await expect(fetch(await url)).rejects.toThrow();
}, 60_000);
