import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of the server, each file in a process of its own that notes what it ran. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['{protocol,server}/**/*.test.ts'],
    maxWorkers: '100%',
    testTimeout: 60_000,
    setupFiles: [resolve(import.meta.dirname, 'note-node.ts')],
    // Files are run as they are written, types blanked out: so every character is its own.
    experimental: { viteModuleRunner: false },
  },
});
