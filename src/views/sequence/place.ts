import type { Entry } from '../../../protocol/entry.ts';
import { isMail } from '../../trace/station.ts';
import { byPlace, type Item, lanesOf, type Place, type Row, rowsInOrder } from './row.ts';
import { type Lane, type SequenceView, spots } from './view.ts';

/** How many rows may stand below one that still changes: an arrow that ends out of sight is no help. */
const reach = 12;

type Where = {
  /** When it happened. */
  when: number;
  /** The run that it may join. */
  run?: string | undefined;
  /** What must stand above it. */
  above?: Place | undefined;
};

/** Shows an item: in the run that it continues, or in a row of its own, below everything of its actor. */
export function show(view: SequenceView, item: Item, entry: Entry, { when, run, above }: Where): SequenceView {
  const lanes = lanesOf(item);
  const joined = run && rowsInOrder.find(view.rows, view.runs[run] ?? nowhere);
  const isBelow = !above || (joined && byPlace(above, joined.place) <= 0);
  if (joined && isBelow && lanes.every((lane) => isWithinReach(view, joined, lane))) {
    return change(view, { ...joined, items: [...joined.items, item] }, entry, lanes);
  }
  const last = Math.max(
    ...[above, view.lanes[entry.who]?.last].map((place) => place?.when ?? Number.NEGATIVE_INFINITY),
  );
  const place = { when: Math.max(when, last), order: view.count };
  const row: Row = run === undefined ? { place, items: [item] } : { place, items: [item], run };
  return change({ ...view, runs: run === undefined ? view.runs : { ...view.runs, [run]: place } }, row, entry, lanes);
}

/** Puts one item in the place of another in its row, because an entry told more about it. */
export function amend(view: SequenceView, row: Row, item: Item, instead: Item, entry: Entry): SequenceView {
  const items = row.items.with(row.items.indexOf(item), instead);
  return change(view, { ...row, items }, entry, [entry.who]);
}

/** A row may still grow while nothing else of that actor stands below it: then it is still true to everyone's order. */
export function isWithinReach(view: SequenceView, row: Row, who: string): boolean {
  const lane = view.lanes[who];
  const last = row.run === undefined ? lane?.last : lane?.settled;
  const isLast = !last || byPlace(last, row.place) <= 0;
  return isLast && view.rows.size - rowsInOrder.indexOf(view.rows, row.place) <= reach;
}

export const rowOf = (view: SequenceView, { id }: Pick<Entry, 'id'>): Row | undefined =>
  rowsInOrder.find(view.rows, spots.find(view.spots, id)?.place ?? nowhere);

const nowhere: Place = { when: 0, order: -1 };

function change(view: SequenceView, row: Row, entry: Entry, lanes: readonly string[]): SequenceView {
  const { place } = row;
  return {
    ...view,
    now: place,
    rows: rowsInOrder.put(view.rows, row),
    spots: entry.what === 'call' || isMail(entry) ? spots.put(view.spots, { id: entry.id, place }) : view.spots,
    lanes: { ...view.lanes, ...Object.fromEntries(lanes.map((who) => [who, extended(view.lanes[who], row)])) },
  };
}

function extended(lane: Lane | undefined, { place, run }: Row): Lane {
  const { since = place, last = place, settled } = lane ?? {};
  const later = (a: Place | undefined) => (a && byPlace(a, place) > 0 ? a : place);
  return {
    since: byPlace(since, place) < 0 ? since : place,
    last: later(last),
    ...(run === undefined ? { settled: later(settled) } : settled && { settled }),
  };
}
