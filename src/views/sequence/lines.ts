import { slice } from '../sorted.ts';
import { type Item, type Place, type Row, rowsInOrder } from './row.ts';
import type { SequenceView } from './view.ts';

/** What is drawn in one line: a row, or one item of a run that was opened. */
export type Line = { readonly key: string; readonly row: Row; readonly inner?: number };

/** The runs that are opened. */
export type Opened = readonly Place[];

export const keyOf = ({ order }: Place) => String(order);

export const isRun = ({ items }: Row) => items.length > 1;

/** Whether a line folds others into itself. */
export const isFold = ({ row, inner }: Line) => inner === undefined && isRun(row);

export const itemsOf = ({ row, inner }: Line): readonly Item[] =>
  inner === undefined ? row.items : row.items.slice(inner, inner + 1);

/** The same line at another moment, if it is there. */
export function lineAt(view: SequenceView, { key, row: { place }, inner }: Line): Line | undefined {
  const row = rowsInOrder.find(view.rows, place);
  return row && { key, row, ...(inner !== undefined && { inner }) };
}

/** The opened runs that this view has, each with the number of rows above it and of its own lines. */
function breaks(view: SequenceView, opened: Opened) {
  return opened
    .map((place) => rowsInOrder.find(view.rows, place))
    .filter((row) => row !== undefined)
    .filter(isRun)
    .map((row) => ({ place: row.place, lines: row.items.length, above: rowsInOrder.indexOf(view.rows, row.place) }))
    .sort((a, b) => a.above - b.above);
}

export const lineCount = (view: SequenceView, opened: Opened): number =>
  breaks(view, opened).reduce((sum, { lines }) => sum + lines, view.rows.size);

/** In which line a row stands. */
export function lineOf(view: SequenceView, opened: Opened, place: Place): number {
  const row = rowsInOrder.indexOf(view.rows, place);
  return breaks(view, opened).reduce((sum, { above, lines }) => (above < row ? sum + lines : sum), row);
}

/** The lines from `from` up to, but not including, `to`. */
export function linesIn(view: SequenceView, opened: Opened, from: number, to: number): Line[] {
  const open = breaks(view, opened);
  // No row stands further up than its line: all that can be in sight are among these.
  const first = Math.max(0, from - open.reduce((sum, { lines }) => sum + lines, 0));
  const rows = slice(view.rows, first, to);
  const keys = new Set(open.map(({ place }) => keyOf(place)));
  const lines = rows.flatMap((row): Line[] => {
    const key = keyOf(row.place);
    const inner = keys.has(key) ? row.items.map((_, inner): Line => ({ key: `${key}.${inner}`, row, inner })) : [];
    return [{ key, row }, ...inner];
  });
  const before = rows[0] ? lineOf(view, opened, rows[0].place) : 0;
  return lines.slice(from - before, to - before);
}
