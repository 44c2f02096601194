import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/root.js';
import { type Rows, seconds } from '../row.ts';
import { start } from '../start.ts';

export const rows: Rows = async function* () {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-'));
  try {
    await copyTo(folder);
    yield ['npm start to first page, fresh copy (npm from its cache)', await firstPage(folder)];
    yield ['npm start to first page, installed and built', await firstPage(folder)];
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** What a clone would hold, as it stands in the work tree now. */
async function copyTo(folder: string) {
  const git = promisify(execFile);
  const { stdout } = await git('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of stdout.split('\0').filter(Boolean)) {
    await cp(join(root, file), join(folder, file), { recursive: true, force: true });
  }
}

async function firstPage(folder: string) {
  const house = await start(folder);
  await house.stop();
  return seconds(house.firstPageMs);
}
