import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.ts';

/** Where it is written down what the site was built from: beside it, so that it is never served. */
const record = (root: string) => join(root, '.build/fingerprint');

export async function isFresh(root: string) {
  const recorded = await readFile(record(root), 'utf8').catch(() => undefined);
  return recorded !== undefined && existsSync(join(root, 'dist')) && recorded === (await fingerprint(root));
}

export async function recordBuild(root: string, built: string) {
  await mkdir(dirname(record(root)), { recursive: true });
  await writeFile(record(root), built);
}

/** From here on nobody trusts what is built, until a build has come to its end. */
export const forgetBuild = (root: string) => rm(record(root), { force: true });
