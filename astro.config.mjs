import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { lightPreload } from './build/light-preload.ts';
import { lineTables } from './build/lines.ts';
import { panelsApart } from './build/panels-apart.ts';
import { recordScript } from './build/record-script.ts';
import { site } from './build/site.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [mdx(), site()],
  markdown: { shikiConfig: { theme: 'css-variables' } },
  vite: {
    plugins: [lineTables(), recordScript(), lightPreload(), panelsApart()],
    build: {
      // Nothing is inlined: no page has an inline script, so the policy can forbid them all.
      assetsInlineLimit: 0,
    },
    // Shipped, so that what the developer tools show is what the lessons quote.
    environments: { client: { build: { sourcemap: true } } },
  },
});
