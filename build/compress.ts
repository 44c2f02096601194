import { glob, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const coders = { '.br': promisify(brotliCompress), '.gz': promisify(gzip) };
// What else a site holds is compressed already, or a source map, which few ask for and none in a hurry.
const compressible = new Set(['.html', '.css', '.js', '.json', '.svg', '.txt', '.xml', '.webmanifest']);

/** Writes a brotli and a gzip sibling beside every file that gets smaller by it. */
export async function compress(folder: string) {
  const files = await Array.fromAsync(glob('**/*.*', { cwd: folder }));
  await Promise.all(
    files
      .filter((file) => compressible.has(extname(file)))
      .map(async (file) => {
        const path = join(folder, file);
        const content = await readFile(path);
        for (const [suffix, code] of Object.entries(coders)) {
          const coded = await code(content);
          if (coded.length < content.length) await writeFile(path + suffix, coded);
        }
      }),
  );
}
