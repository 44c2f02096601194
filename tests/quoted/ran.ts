import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LineTable, LineTables } from '../../src/trace/source-line.ts';

type Range = { startOffset: number; endOffset: number; count: number };
/** What V8 says of one script: how often each function ran, and then how often the blocks within it. */
type Script = { url: string; functions: { ranges: Range[] }[] };
/** Where a line of a file stands in what was run. */
type Place = { number: number; start: number; end: number };

/** What V8 noted of our own files in Node, and of the built site in pages, read as lines of our files that ran or did not. */
export function readRuns(root: string, notes: { node: string; pages: string }) {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const node = globSync(`${notes.node}/*.json`).flatMap((note) => JSON.parse(readFileSync(note, 'utf8')).result);
  const pages = globSync(`${notes.pages}/*`).flatMap((note) =>
    readFileSync(note, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  const [ofNode, ofPages] = [node, pages].map((scripts: Script[]) =>
    Map.groupBy(scripts, ({ url }) => URL.parse(url)?.pathname),
  );

  return {
    /** Node runs our files as they are written, types blanked out: so every character is its own. */
    inNode: (file: string) => judge(linesOf(read(file)), ofNode!.get(pathToFileURL(join(root, file)).pathname)),

    inPages(file: string) {
      const tables: LineTables = JSON.parse(read(`dist/lines/${file.split('/')[2]}.json`));
      return Object.entries(tables).flatMap(([path, table]) =>
        judge(placesOf(file, table, read(`dist${path}`)), ofPages!.get(path)),
      );
    },
  };
}

/** A line has run when something in it was reached, and nothing in it belongs to a function that was never called. */
function judge(places: readonly Place[], scripts: readonly Script[] = []) {
  const reached = ranIn(scripts.map(({ functions }) => functions.flatMap(({ ranges }) => ranges)));
  const called = ranIn(scripts.map(({ functions }) => functions.map(({ ranges: [whole] }) => whole!)));
  return places.map(({ number, start, end }) => ({
    number,
    ran: reached.subarray(start, end).some(Boolean) && called.subarray(start, end).every(Boolean),
  }));
}

/** Of each character, whether it ran in any of some scripts: of ranges within each other the inner one knows. */
function ranIn(scripts: readonly Range[][]) {
  const length = Math.max(0, ...scripts.flat().map(({ endOffset }) => endOffset));
  const ran = new Uint8Array(length);
  for (const ranges of scripts) {
    const now = new Uint8Array(length);
    for (const { startOffset, endOffset, count } of ranges.toSorted(outerFirst))
      now.fill(Math.min(count, 1), startOffset, endOffset);
    for (const [at, yes] of now.entries()) ran[at] ||= yes;
  }
  return ran;
}

const outerFirst = (a: Range, b: Range) => a.startOffset - b.startOffset || b.endOffset - a.endOffset;

/** Each line that says something. */
function linesOf(source: string): Place[] {
  let start = 0;
  return source.split('\n').flatMap((text, index) => {
    const end = start + text.length;
    const place = { number: index + 1, start: end - text.trimStart().length, end };
    start = end + 1;
    return text.trim() ? [place] : [];
  });
}

/** Each stretch of a built script that came of one line of a file. */
function placesOf(file: string, { files, rows }: LineTable, code: string): Place[] {
  const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetOf = ([line, column]: LineTable['rows'][number]) => starts[line - 1]! + column - 1;
  return rows.flatMap((row, index) => {
    const [, , of, number] = row;
    if (files[of] !== file) return [];
    const next = rows[index + 1];
    const [start, end] = [offsetOf(row), next ? offsetOf(next) : code.length];
    // Behind the last line stands what opens the file for an editor.
    const opens = code.indexOf('(globalThis.openLabs', start);
    return [{ number, start, end: opens < 0 ? end : Math.min(end, opens) }];
  });
}
