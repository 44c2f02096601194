import { expect, test } from 'vitest';
import { staticImports } from './static-imports.ts';

test.each([
  ['import{a as b}from"./a.js";', ['./a.js']],
  ['import"./a.js";import c,{d}from"./c.js"', ['./a.js', './c.js']],
  ['export*from"./a.js";import*as e from"../e.js";', ['./a.js', '../e.js']],
  ['const a=()=>import("./a.js");', []],
  ['const text="see ./a.js";', []],
])('%s imports at once %j', (script, imported) => {
  expect(staticImports(script)).toEqual(imported);
});
