import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Astro links on every page whatever styles it could ever need, those of all labs too. What a chunk that is imported
 * later brings along (see light-preload.ts) is to cost nothing before.
 */
export function lateStyles() {
  const needed = new Set<string>();
  const late = new Set<string>();

  const plugin: Plugin = {
    name: 'trickle:late-styles',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      // What the server draws, it draws at once.
      const first = this.environment.name === 'client' ? atOnce(chunks) : chunks;
      for (const chunk of first) for (const style of stylesOf(chunk)) needed.add(style);
      for (const chunk of chunks) for (const style of stylesOf(chunk)) late.add(style);
    },
  };

  return { plugin, unlink: (folder: string) => unlink(folder, late.difference(needed)) };
}

const stylesOf = (chunk: Rolldown.OutputChunk) => chunk.viteMetadata?.importedCss ?? [];

/** The scripts of the pages, and whatever they import without being asked. */
function atOnce(chunks: Rolldown.OutputChunk[]) {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set hands out what is added to it while one goes through it.
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}

async function unlink(folder: string, styles: Set<string>) {
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const path = join(folder, file);
    const page = await readFile(path, 'utf8');
    const links = /<link rel="stylesheet" href="\/([^"]+)">/g;
    await writeFile(
      path,
      page.replace(links, (link, style) => (styles.has(style) ? '' : link)),
    );
  }
}
