import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { alone } from '../alone.js';
import { root } from '../root.js';
import { run } from '../run.js';
import { fingerprint } from './fingerprint.ts';
import { isFresh, recordBuild } from './record.ts';

/** Builds the site unless what stands in `dist` was built from what stands in the sources. Tells the exit code. */
export async function bringUpToDate(): Promise<number> {
  if (await isFresh(root)) return 0;
  // Asked again inside: whoever was there before us may have built it meanwhile.
  return alone(root, async () => ((await isFresh(root)) ? 0 : build()));
}

async function build() {
  const next = join(root, '.build/next');
  const site = join(root, 'dist');
  const began = performance.now();
  console.log('Building the site …');

  // Taken first: what changes while we build makes this build stale, not fresh.
  const built = await fingerprint(root);
  await rm(next, { recursive: true, force: true });
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  // Whoever asks may be a test, which is another environment: half of the libraries would come with their debugging.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, said } = await run(process.execPath, [astro, 'build', '--outDir', next], { keep: true, env });
  if (code !== 0) {
    // Over 128 it was a signal, and whoever sent it knows why.
    if (code < 128) console.error(`${said.trim()}\n\nThe site could not be built: the reason stands above.`);
    return code;
  }
  // Put into place only when whole: a server never finds half a site.
  await rm(site, { recursive: true, force: true });
  await rename(next, site);
  await recordBuild(root, built);
  console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return 0;
}
