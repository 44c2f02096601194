import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { forgetBuild } from '../scripts/site/record.ts';
import { compress } from './compress.ts';
import { refuseInlineScripts } from './inline-scripts.ts';
import { joinStyles } from './one-stylesheet.ts';
import { letPaintFirst } from './paint-first.ts';
import { indexForSearch } from './search-index.ts';

/** What happens to the site once its pages are written. */
export function site(unlinkLateStyles: (folder: string) => Promise<void>): AstroIntegration {
  let root: string;
  return {
    name: 'trickle:site',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': () => forgetBuild(root),
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await unlinkLateStyles(folder);
        await joinStyles(folder);
        await letPaintFirst(folder);
        await refuseInlineScripts(folder);
        await indexForSearch(folder);
        // Last, so that everything that is served has its compressed siblings.
        await compress(folder);
      },
    },
  };
}
