import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// What needs minutes is called *.long.test.ts: `npm run test:long` runs it and nothing else.
const long = process.env.TRICKLE_TIER === 'long';
const all = `{src,server,protocol,build,scripts,tests,bench}/**/*${long ? '.long' : ''}.test.{ts,tsx}`;
const exclude = long ? [] : ['**/*.long.test.*'];

// Who holds the clock, or puts something in the place of what others import, has a process and modules to itself.
// Starting those takes longer than most files: all others share one process per core.
const alone = globSync(all, { cwd: import.meta.dirname, exclude }).filter((file) =>
  /\bvi\.\w/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  test: {
    // Left to itself, Vitest leaves one core of two alone; what waits for minutes may have its peace.
    maxWorkers: long ? 1 : '100%',
    testTimeout: long ? 600_000 : 60_000,
    reporters: ['default', ['json', { outputFile: '.test/node.json' }]],
    projects: [
      { extends: true, test: { name: 'alone', include: alone, exclude } },
      { extends: true, test: { name: 'together', include: [all], exclude: [...exclude, ...alone], isolate: false } },
    ],
  },
});
