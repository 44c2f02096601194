import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a build reads. `server` because lessons quote it, `package.json` because it says what `#labs/` means. */
const sources = [
  'src',
  'public',
  'build',
  'protocol',
  'server',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Changes exactly when the site could come out differently: by names and contents, never by dates. */
export async function fingerprint(root: string) {
  const paths = (await Promise.all(sources.map((source) => filesUnder(root, source)))).flat().sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256');
  for (const [index, path] of paths.entries()) {
    const content = contents[index]!;
    // Both lengths go in, so that no byte can wander from one file to the next unseen.
    hash.update(`${path.length} ${content.length} ${path}`).update(content);
  }
  return hash.digest('hex');
}

async function filesUnder(root: string, source: string): Promise<string[]> {
  const found = await stat(join(root, source)).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [source];
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length).replaceAll(sep, '/'));
}
