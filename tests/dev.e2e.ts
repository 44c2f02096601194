import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { io } from 'socket.io-client';
import { lanAddresses } from '../server/addresses.ts';

const root = join(import.meta.dirname, '..');
const sources = [
  'src',
  'public',
  'build',
  'protocol',
  'server',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** A copy of the sources, to be changed freely. It lies inside the house, so it finds the same packages. */
async function copyOfTheHouse(folder: string) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const source of sources) await cp(join(root, source), join(folder, source), { recursive: true });
  await writeFile(join(folder, 'src/pages/probe.astro'), '<html lang="en"><h1>Before</h1></html>');
}

/** Resolves with the first line from now on that the pattern finds. */
async function line(program: ChildProcess, pattern: RegExp) {
  const lines = createInterface({ input: program.stdout! });
  try {
    for await (const text of lines) if (pattern.test(text)) return text;
    throw new Error(`The program ended and never said ${pattern}.`);
  } finally {
    lines.close();
  }
}

/** Takes a seat in the lobby, or the one back that the token is for. */
async function seatAt(url: string, token: string) {
  const socket = io(url, { auth: { userName: 'alice', password: 'x', seat: token }, reconnection: false });
  const [welcome] = await once(socket as unknown as NodeJS.EventEmitter, 'welcome');
  socket.close();
  return welcome as { you: { seat: string }; token: string };
}

test('a changed page and a changed server file are both seen, on one port', async ({ page, request }, {
  outputDir,
}) => {
  const folder = join(outputDir, 'house');
  await copyOfTheHouse(folder);
  const dev = spawn(process.execPath, ['scripts/develop.ts', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(dev, 'exit');
  try {
    const url = (await line(dev, /Trickle is at/)).match(/http:\S+/)![0];

    const listening = page.waitForEvent('console', (message) => message.text().includes('connected'));
    await page.goto(`${url}/probe/`);
    await listening;
    await expect(page.getByRole('heading')).toHaveText('Before');
    // Just started, the dev server may not watch every folder yet: whoever sees no change saves again.
    await expect(async () => {
      await writeFile(join(folder, 'src/pages/probe.astro'), '<html lang="en"><h1>After</h1></html>');
      await expect(page.getByRole('heading')).toHaveText('After', { timeout: 5_000 });
    }).toPass();

    const ice = await (await request.get(`${url}/api/ice`)).json();
    expect(ice).toMatchObject({ iceServers: [{ urls: url.replace('http://', 'stun:') }], answered: 0 });
    if (lanAddresses().some((address) => !address.includes(':')))
      expect([ice.honest, ice.standIn]).toEqual([expect.stringMatching(/^stun:/), expect.stringMatching(/^stun:/)]);
    const { you, token } = await seatAt(url, '');

    const file = join(folder, 'server/attach.ts');
    const source = await readFile(file, 'utf8');
    const version = 'version: packageJson.version';
    expect(source, 'what this test changes in the server').toContain(version);
    const newest = line(dev, /the server is the newest one/);
    await writeFile(file, source.replace(version, "version: 'newer'"));
    await newest;
    expect(await (await request.get(`${url}/healthz`)).json()).toMatchObject({ version: 'newer' });
    expect((await seatAt(url, token)).you, 'a seat outlives the server').toEqual(you);
  } finally {
    dev.kill('SIGTERM');
    await ended;
  }
});
