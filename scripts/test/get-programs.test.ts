import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packages } from '../../tests/program.ts';
import { run } from '../run.js';
import { mayInstall } from './apt.ts';

const getPrograms = `await (await import('./scripts/test/get-programs.ts')).getPrograms({ browsers: true })`;

/** A machine on whose path there is nothing but these programs, and an apt-get that notes what it is asked for. */
function machine(programs: readonly string[], brings: readonly string[]) {
  const bin = mkdtempSync(join(tmpdir(), 'trickle-bin-'));
  onTestFinished(() => rmSync(bin, { recursive: true }));
  const asked = join(bin, 'asked');
  const put = (name: string, script: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  for (const name of programs) put(name, '');
  const bring = brings.map((name) => `case " $* " in *" ${name} "*) : > "${join(bin, name)}";; esac`).join('\n');
  put('apt-get', `echo "$@" >> "${asked}"\n${bring}`);
  const { CHROMIUM_PATH: _, FIREFOX_PATH: __, ...others } = process.env;
  return {
    env: { ...others, PATH: bin, PLAYWRIGHT_BROWSERS_PATH: join(bin, 'none') },
    asked: () => readFileSync(asked, 'utf8').trim().split('\n'),
  };
}

const others = Object.keys(packages);

test.runIf(mayInstall())('as root on Debian, browsers that are missing are fetched by apt', async () => {
  const { env, asked } = machine(others, ['chromium', 'firefox-esr', 'chromium-headless-shell']);
  const { code } = await run(process.execPath, ['-e', getPrograms], { keep: true, env });
  expect(asked().filter((line) => line.startsWith('install'))).toEqual([
    'install -qq -y --no-install-recommends chromium firefox-esr',
    'install -qq -y --no-install-recommends chromium-headless-shell',
  ]);
  expect(code).toBe(0);
});

test.runIf(mayInstall())(
  'a browser that cannot be had is one sentence that says what to do, and a failure',
  async () => {
    const { env } = machine(others, ['chromium']);
    const { code, said } = await run(process.execPath, ['-e', getPrograms], { keep: true, env });
    expect(said).toContain('The tests need firefox, and there was no way to get it');
    expect(said).toContain('FIREFOX_PATH=/path/to/it npm test');
    expect(code).toBe(1);
  },
);

test.runIf(mayInstall())('what is there is not asked for', async () => {
  const { env, asked } = machine([...others, 'chromium', 'chromium-headless-shell', 'firefox-esr'], []);
  expect(await run(process.execPath, ['-e', getPrograms], { keep: true, env })).toMatchObject({ code: 0 });
  expect(asked).toThrow('ENOENT');
});
