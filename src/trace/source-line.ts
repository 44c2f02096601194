import type { SourceLine } from '../../protocol/entry.ts';

/** Where each place of one built file came from, in order; a file index of -1 ends a row that belongs to a lab. */
export type LineTable = { files: string[]; rows: [line: number, column: number, file: number, sourceLine: number][] };

/** The tables of a lab's built files, by their path on the server. */
export type LineTables = Record<string, LineTable>;

// `at ask (http://host/_astro/camera.js:1:42)` in Chromium, `ask@http://host/_astro/camera.js:1:42` in Firefox.
const place = /https?:\/\/[^/\s]+(\/[^\s?:)]*)(?:\?[^\s:)]*)?:(\d+):(\d+)/;

/** The first line of a lab's own source on a stack. */
export function sourceLineOf(stack: string, tables: LineTables): SourceLine | undefined {
  for (const frame of stack.split('\n')) {
    const [, path, line, column] = frame.match(place) ?? [];
    const table = path && tables[path];
    const found = table && lookUp(table, Number(line), Number(column));
    if (found) return found;
  }
  return undefined;
}

function lookUp({ files, rows }: LineTable, line: number, column: number): SourceLine | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [rowLine, rowColumn] = rows[middle]!;
    if (rowLine < line || (rowLine === line && rowColumn <= column)) low = middle + 1;
    else high = middle;
  }
  const row = rows[low - 1];
  const file = row && row[0] === line ? files[row[2]] : undefined;
  return file ? [file, row![3]] : undefined;
}
