import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutPanel } from './panels-apart.ts';

const root = join(import.meta.dirname, '..');

test.each(globSync('src/labs/*/lab.ts', { cwd: root }))('%s is known to pages without its panel', (file) => {
  const code = readFileSync(join(root, file), 'utf8');
  expect(code).toContain("from './panel.tsx'");
  expect(withoutPanel(code)).not.toContain('panel.tsx');
});
