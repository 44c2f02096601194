import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Row, Rows } from './row.ts';

// Each file of rows/ measures one thing. What cannot be measured here is told, and fails nobody.
const folder = join(import.meta.dirname, 'rows');
const table: Row[] = [];
for (const file of (await readdir(folder)).sort()) {
  try {
    const { rows } = (await import(pathToFileURL(join(folder, file)).href)) as { rows: Rows };
    for await (const row of rows()) table.push(row);
  } catch (error) {
    table.push([file, `could not be measured: ${String(error).trim().split('\n').at(-1)}`]);
  }
}

const width = Math.max(...table.map(([what]) => what.length));
console.log(`\n${table.map(([what, measured]) => `${what.padEnd(width)}  ${measured}`).join('\n')}`);
