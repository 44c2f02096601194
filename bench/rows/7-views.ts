import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { root } from '../../scripts/root.js';
import { kilobytes, type Rows } from '../row.ts';

const views = ['sequence/sequence', 'states/states', 'wire/wire', 'scrubber/scrubber', 'pictures/pictures'];

/** What each picture weighs by itself, with everything it needs but Preact, which they all share. */
export const rows: Rows = async function* () {
  for (const view of views) {
    const { js, css } = await weightOf(join(root, 'src/views', `${view}.tsx`));
    yield [`Weight of src/views/${view}.tsx alone`, `${kilobytes(js)}, and ${kilobytes(css)} of CSS`];
  }
};

async function weightOf(input: string) {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      rolldownOptions: { input, external: [/^preact/, /^@preact/], preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput;
  const entry = output.filter((file) => file.type === 'chunk' && !file.isDynamicEntry);
  const css = output.filter((file) => file.fileName.endsWith('.css')) as Rolldown.OutputAsset[];
  return {
    js: sum(entry.map((file) => (file as Rolldown.OutputChunk).code)),
    css: sum(css.map(({ source }) => source.toString())),
  };
}

const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + gzipSync(text).length, 0);
