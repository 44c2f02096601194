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
    environments: { client: { build: { sourcemap: true } } },
  },
});
