import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { readRuns } from './ran.ts';

test('a block that is never entered, a handler that is never called, and a function that nobody calls have not run', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'trickle-')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const notes = { node: join(root, 'node'), pages: join(root, 'pages') };
  const source = [
    'const peer: { ontrack?: () => void } = {};',
    'if (peer.ontrack) {',
    "  console.log('never');",
    '}',
    "peer.ontrack = () => console.log('never');",
    'function call() {',
    '  return peer;',
    '}',
    'call();',
    'function hangUp() {',
    '  return peer;',
    '}',
  ];
  writeFileSync(join(root, 'call.ts'), source.join('\n'));
  const env = { ...process.env, NODE_V8_COVERAGE: notes.node };
  await promisify(execFile)(process.execPath, [join(root, 'call.ts')], { env });

  const idle = readRuns(root, notes)
    .inNode('call.ts')
    .filter(({ ran }) => !ran);
  expect(idle.map(({ number }) => number)).toEqual([3, 4, 5, 10, 11, 12]);
});
