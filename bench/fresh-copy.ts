import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../scripts/root.js';

/** What a clone would hold, as it stands in the work tree now; nothing is installed, nothing is built. */
export async function freshCopy() {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await promisify(execFile)('git', list, { cwd: root });
  const folder = await mkdtemp(join(tmpdir(), 'trickle-'));
  for (const file of stdout.split('\0').filter(Boolean)) await cp(join(root, file), join(folder, file));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
