import type { Entry } from '../../../protocol/entry.ts';
import { none, slice } from '../sorted.ts';
import { rowOf } from './place.ts';
import { rowsInOrder } from './row.ts';
import type { SequenceView } from './view.ts';

/** The rows from the one that shows this call or message on: what came before is known, and not drawn. */
export function excerptFrom(view: SequenceView, first: Entry): SequenceView {
  const { place } = rowOf(view, first)!;
  const rows = slice(view.rows, rowsInOrder.indexOf(view.rows, place));
  return { ...view, began: place.when, rows: rows.reduce(rowsInOrder.put, none) };
}
