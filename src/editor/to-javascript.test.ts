import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { toJavaScript } from './to-javascript.ts';

/** More TypeScript than any lab quotes. What Node makes of it is the measure. */
const files = globSync('{src/labs,src/trace,src/carriers,protocol}/**/*.ts').filter(
  (file) => !/\.(test|e2e)\./.test(file),
);

// Where a semicolon keeps two lines apart is a matter of taste, and so is a comma behind the last of a list.
const essence = (code: string) => code.replace(/[\s;]+/g, '').replace(/,([)}])/g, '$1');

const faults = (code: string) => {
  const file = ts.createSourceFile('it.js', code, ts.ScriptTarget.ESNext) as ts.SourceFile & {
    parseDiagnostics: { messageText: unknown }[];
  };
  return file.parseDiagnostics.map(({ messageText }) => messageText);
};

test('what is left of every file is what Node leaves of it, line by line', () => {
  expect(files.length).toBeGreaterThan(150);
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const ours = toJavaScript(source).split('\n');
    const nodes = stripTypeScriptTypes(source).split('\n');
    expect.soft(essence(ours.join('\n')), file).toBe(essence(nodes.join('\n')));
    expect.soft(ours.length, file).toBe(source.split('\n').length);
    expect.soft(faults(ours.join('\n')), file).toEqual([]);
  }
});

describe('loops', () => {
  const guard = { call: 'turn' };

  test.each([
    ['while (true) {}', 'while (true) {turn(1);}'],
    ['for (const a of b) go(a);', 'for (const a of b) {turn(1);go(a);}'],
    ['let i = 0;\ndo i++; while (i < 3);', 'let i = 0;\ndo {turn(2);i++;} while (i < 3);'],
    ['for (;;) for (const a in b) go();', 'for (;;) {turn(1);for (const a in b) {turn(1);go();}}'],
    ['while (wait()) ;', 'while (wait()) {turn(1);;}'],
    ['for await (const a of b) {\n}', 'for await (const a of b) {turn(1);\n}'],
  ])('%j has a guard in front of each turn', (source, guarded) => {
    expect(toJavaScript(source, guard)).toBe(guarded);
  });

  test('and every loop of the house keeps its lines, and can be read', () => {
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      const guarded = toJavaScript(source, guard);
      expect.soft(faults(guarded), file).toEqual([]);
      expect.soft(guarded.split('\n').length, file).toBe(source.split('\n').length);
    }
  });
});

test('what nobody can read is left for the browser to complain of', () => {
  expect(toJavaScript('const a: = (')).toContain('const a');
  expect(toJavaScript('export function call(', { call: 'turn' })).toContain('export function call(');
});
