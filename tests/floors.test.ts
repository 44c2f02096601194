import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { circles } from './circles.ts';
import { refusals, targets } from './floors.ts';

const root = join(import.meta.dirname, '..');
const aliases = { '#labs/*': './src/labs/*', '#components/*': './src/components/*' };

test('every import of this house points down', async () => {
  const files = await Array.fromAsync(glob('{src,server,protocol}/**/*.{ts,tsx,js,mjs,astro,mdx}', { cwd: root }));
  expect(files.length, 'what was read').toBeGreaterThan(20);
  const found = files.map(async (file) => {
    const text = await readFile(join(root, file), 'utf8');
    return refusals(file.replaceAll(sep, '/'), text, packageJson.imports);
  });
  expect((await Promise.all(found)).flat()).toEqual([]);
});

test('no files of this house import each other in a circle', async () => {
  const files = await Array.fromAsync(glob('{src,server,protocol}/**/*.{ts,tsx}', { cwd: root }));
  const read = files.map(async (file): Promise<[string, string[]]> => {
    const path = file.replaceAll(sep, '/');
    return [path, targets(path, await readFile(join(root, file), 'utf8'), packageJson.imports)];
  });
  expect(circles(new Map(await Promise.all(read)))).toEqual([]);
});

test('a circle is told, and neither who leads into it nor whom it leads to', () => {
  const imports = { door: ['a'], a: ['b'], b: ['c', 'cellar'], c: ['a'], cellar: [] };
  expect(circles(new Map(Object.entries(imports)))).toEqual(['a', 'b', 'c']);
});

describe('an import that points up is refused', () => {
  test.each([
    ['protocol knows nobody', 'protocol/entry.ts', `import '../src/trace/trace.ts'`],
    ['protocol knows no server', 'protocol/room.ts', `import type { A } from '../server/main.ts'`],
    ['the trace knows nothing about how it looks', 'src/trace/trace.ts', `export * from '../views/sequence.tsx'`],
    ['the trace knows no SDP', 'src/trace/trace.ts', `import '../sdp/lines.ts'`],
    ['SDP knows no trace', 'src/sdp/lines.ts', `type A = import('../trace/trace.ts').A`],
    ['media knows no lab', 'src/media/settle.ts', `import('#labs/camera/camera.ts')`],
    ['views know no workshop', 'src/views/sequence.tsx', `import '../workshop/bar.ts'`],
    ['carriers know no components', 'src/carriers/mail.ts', `import '#components/Icon.astro'`],
    ['the server knows no source of the site', 'server/main.ts', `import('../src/trace/trace.ts')`],
    ['the site knows no server', 'src/pages/index.astro', `---\nimport '../../server/main.ts';\n---`],
    ['a lesson knows no server', 'src/content/lessons/a.mdx', `import '../../../server/main.ts'`],
    ['a lab knows no other lab', 'src/labs/camera/lab.ts', `import '../loopback/loopback.ts'`],
    ['nor by another name', 'src/labs/camera/panel.tsx', `import '#labs/loopback/loopback.ts'`],
    ['nor by an absolute one', 'src/labs/camera/panel.tsx', `import '/src/labs/loopback/loopback.ts'`],
    ['nor all of them at once', 'src/labs/camera/lab.ts', `import.meta.glob('../*/lab.ts')`],
    ['nor its test', 'src/labs/camera/camera.test.ts', `import '../loopback/loopback.ts'`],
    ['a lab knows no page', 'src/labs/camera/panel.tsx', `import '../../pages/index.astro'`],
    ['the frame knows no page', 'src/layouts/Page.astro', `<script>import '../pages/index.ts'</script>`],
    ['nobody knows the tools', 'src/labs/lab.ts', `import '../../build/lines.ts'`],
    ['what nobody can read', 'server/main.ts', 'import("./" + name)'],
    ['text that is also code', 'server/main.ts', `import '../src/a.ts?raw'; import '../src/trace/trace.ts'`],
  ])('%s', (_, path, text) => {
    expect(refusals(path, text, aliases)).toHaveLength(1);
  });
});

describe('an import that points down is not', () => {
  test.each([
    ['a neighbour', 'src/trace/trace.ts', `import './plain.ts'`],
    ['the agreement', 'server/main.ts', `import type { Entry } from '../protocol/entry.ts'`],
    ['a package', 'protocol/messages.ts', `import * as z from 'zod/mini'`],
    ['the version', 'server/attach.ts', `import packageJson from '../package.json' with { type: 'json' }`],
    ['the contract of all labs', 'src/labs/camera/lab.ts', `import type { Lab } from '../lab.ts'`],
    ['all labs, where they are started', 'src/labs/run-lab.ts', `import.meta.glob('./*/lab.ts')`],
    ['a lab, in its lesson', 'src/content/lessons/a.mdx', `import { a } from '#labs/camera/camera.ts'`],
    ['the server, quoted', 'src/components/Quote.astro', `---\nimport a from '../../server/main.ts?raw';\n---`],
    ['all of the server, quoted', 'src/components/quote.ts', `import.meta.glob('/server/*.ts', { query: '?raw' })`],
    ['what only a build makes', 'src/components/search.ts', `import('/pagefind/pagefind.js')`],
    ['what tests share, in a test', 'server/main.test.ts', `import '../tests/house.ts'`],
  ])('%s', (_, path, text) => {
    expect(refusals(path, text, aliases)).toEqual([]);
  });
});
