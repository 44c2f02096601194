import { defineConfig } from 'vitest/config';

// What needs minutes is called *.long.test.ts: `npm run test:long` runs it and nothing else.
const long = process.env.TRICKLE_TIER === 'long';

export default defineConfig({
  test: {
    include: [`{src,server,protocol,build,scripts,tests,bench}/**/*${long ? '.long' : ''}.test.{ts,tsx}`],
    exclude: long ? [] : ['**/*.long.test.*'],
    // Left to itself, Vitest leaves one core of two alone; what waits for minutes may have its peace.
    maxWorkers: long ? 1 : '100%',
    testTimeout: long ? 600_000 : 60_000,
    reporters: ['default', ['json', { outputFile: '.test/node.json' }]],
  },
});
