import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';

test.each([
  ['a static import', 'a.ts', `import { a } from './b.ts';`, ['./b.ts']],
  ['an import for its effect', 'a.ts', `import './b.ts';`, ['./b.ts']],
  ['an import over several lines', 'a.ts', `import {\n  a,\n  b,\n} from './b.ts';`, ['./b.ts']],
  ['an import of types', 'a.ts', `import type { A } from './b.ts';`, ['./b.ts']],
  ['a type that is imported where it stands', 'a.ts', `type A = import('./b.ts').A;`, ['./b.ts']],
  ['a re-export', 'a.ts', `export * from './b.ts'; export { c } from './c.ts';`, ['./b.ts', './c.ts']],
  ['a dynamic import', 'a.ts', `const a = async () => (await import('./b.ts')).a;`, ['./b.ts']],
  ['a dynamic import of a template that holds nothing', 'a.ts', 'import(`./b.ts`)', ['./b.ts']],
  ['a dynamic import of a constant', 'a.ts', `const b = './b.ts'; import(b)`, ['./b.ts']],
  ['a dynamic import that nobody can read', 'a.ts', 'import("./" + name)', [undefined]],
  ['a glob', 'a.ts', `import.meta.glob<A>(['./*/a.ts', '!./b/a.ts'])`, ['./*/a.ts', '!./b/a.ts']],
  ['a glob of text', 'a.ts', `import.meta.glob('./*.ts', { query: '?raw' })`, ['./*.ts?raw']],
  ['a worker', 'a.ts', `new Worker(new URL('./b.ts', import.meta.url), { type: 'module' })`, ['./b.ts']],
  ['a panel', 'a.tsx', `import b from '#labs/b/b.ts';\nexport const A = () => <p>{b}</p>;`, ['#labs/b/b.ts']],
  ['plain JavaScript', 'a.mjs', `import b from './b.mjs';`, ['./b.mjs']],
  ['front matter', 'a.astro', `---\nimport B from './B.astro';\n---\n<B />`, ['./B.astro']],
  ['a script of a page', 'a.astro', `<p>a</p><script>import '../b.ts';</script>`, ['../b.ts']],
  ['a script that is a file', 'a.astro', `<script src="../b.ts"></script>`, ['../b.ts']],
  ['an expression of a page', 'a.astro', `<p>{(await import('./b.ts')).b}</p>`, ['./b.ts']],
  ['a lesson', 'a.mdx', `import B from '#components/B.astro';\n\nProse.\n\n<B />`, ['#components/B.astro']],
  ['a lesson that only quotes', 'a.mdx', "```ts\n\nimport a from './b.ts';\n\n```\n\nAs `import('./c.ts')` does.", []],
  ['a comment', 'a.ts', `// import './b.ts'\nconst a = "import './c.ts'";`, []],
])('%s is read', (_, path, text, expected) => {
  expect(importsOf(path, text)).toEqual(expected);
});
