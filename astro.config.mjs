import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { lateStyles } from './build/late-styles.ts';
import { lightPreload } from './build/light-preload.ts';
import { lineTables } from './build/lines.ts';
import { linkTerms } from './build/link-terms.ts';
import { openLabs } from './build/open-labs.ts';
import { recordScript } from './build/record-script.ts';
import { site } from './build/site.ts';

const late = lateStyles();

/**
 * `Lab.astro_astro_type_script_index_0_lang` would stand in every page, and the names of all panels and their styles stand in
 * what every Start loads: whatever they are longer than they need be is paid for each time.
 */
const output = {
  entryFileNames: ({ name }) => `_astro/${name.split('.')[0]}.[hash:7].js`,
  chunkFileNames: '_astro/[name].[hash:7].js',
  // Each chunk costs a hundred bytes for being one; these are a few lines each, and come with nearly every lab.
  codeSplitting: {
    groups: [
      { name: 'trace', test: /src\/trace\/(trace|conflict|own-order|clock)\.ts$/ },
      { name: 'stream', test: /src\/media\/(settle|stream-of)\.ts$/ },
      { name: 'gist', test: /src\/views\/(duration|size|gist)\.ts$/ },
    ],
  },
  assetFileNames: '_astro/[name].[hash:7][extname]',
};

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [mdx(), site(late.unlink)],
  markdown: { shikiConfig: { theme: 'css-variables' }, processor: satteri({ hastPlugins: [linkTerms()] }) },
  vite: {
    plugins: [openLabs(), lineTables(), recordScript(), lightPreload(), late.plugin],
    build: {
      // Nothing is inlined: no page has an inline script, so the policy can forbid them all.
      assetsInlineLimit: 0,
    },
    // Shipped, so that what the developer tools show is what the lessons quote.
    environments: { client: { build: { sourcemap: true, rollupOptions: { output } } } },
  },
});
