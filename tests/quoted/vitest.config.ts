import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

/** The tests of Node as ever, and Node notes what they run. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    ...config.test,
    setupFiles: [resolve(import.meta.dirname, 'note-node.ts')],
    // Files are run as they are written, types blanked out: so every character is its own.
    experimental: { viteModuleRunner: false },
    reporters: 'default',
  },
});
