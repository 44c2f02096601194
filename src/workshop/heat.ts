import type { HeatView } from '../../protocol/workshop/views.ts';
import { type Page, titleIn } from './pages.ts';
import { pathText } from './words.ts';

// How the class went through the places: for each of them how many were there, minute by minute.

/** From which minute of the workshop on, and how many. */
export type Span = { from: number; minutes: number };

export type HeatRow = {
  place: string;
  title: string;
  /** How many were there, for each minute of the span. */
  there: readonly number[];
  most: { count: number; minute: number };
  medianMs: number | null;
};

/** As long as can be read at a glance: of a workshop of two evenings the second. */
const longest = 240;
const shortest = 10;

/** From when somebody was anywhere until now. */
export function spanOf(heat: readonly HeatView[], nowMinute: number): Span {
  const first = Math.min(nowMinute, ...heat.flatMap(({ minutes }) => minutes.map(([minute]) => minute)));
  const from = Math.max(first, nowMinute - longest + 1);
  return { from, minutes: Math.max(shortest, nowMinute - from + 1) };
}

function thereIn({ minutes }: HeatView, { from, minutes: length }: Span, nowMinute: number): number[] {
  const changes = new Map<number, number>();
  let count = 0;
  for (const [minute, came, went] of minutes) {
    if (minute < from) count += came - went;
    else changes.set(minute, (changes.get(minute) ?? 0) + came - went);
  }
  const lived = Math.min(length, nowMinute - from + 1);
  return Array.from({ length: lived }, (_, nth) => {
    count += changes.get(from + nth) ?? 0;
    return Math.max(0, count);
  });
}

/** The places where most of the class's time went, in the order in which the class came to them, steps by their number. */
export function heatRows(heat: readonly HeatView[], span: Span, nowMinute: number, pages: readonly Page[], most = 40) {
  const rows = heat.map((view) => {
    const there = thereIn(view, span, nowMinute);
    const count = Math.max(0, ...there);
    const { group, step } = partsOf(view.place);
    const whole = groupTitle(group, pages);
    const title = step === undefined ? whole : `${whole.replace(/ lab$/, '')}, step ${step}`;
    const row: HeatRow = {
      place: view.place,
      title,
      there,
      most: { count, minute: span.from + Math.max(0, there.indexOf(count)) },
      medianMs: view.medianMs,
    };
    const first = Math.min(...view.minutes.map(([minute]) => minute));
    return { row, group, step: step ?? -1, first, weight: there.reduce((sum, one) => sum + one, 0) };
  });
  const seen = rows.filter(({ row }) => row.most.count > 0);
  const least = seen.map(({ weight }) => weight).toSorted((one, other) => other - one)[most - 1] ?? 0;
  const kept = seen.filter(({ weight }) => weight >= least).slice(0, most);
  const begun = new Map<string, number>();
  for (const { group, first } of kept) begun.set(group, Math.min(first, begun.get(group) ?? first));
  const inOrder = kept.toSorted(
    (one, other) =>
      begun.get(one.group)! - begun.get(other.group)! || one.group.localeCompare(other.group) || one.step - other.step,
  );
  return { rows: inOrder.map(({ row }) => row), more: seen.length - kept.length };
}

/** 'tasklist 5' is step 5 of a lab; '/glossary/' is a page. */
function partsOf(place: string) {
  const [, group = place, step] = /^([^/ ]+)(?: (\d+))?$/.exec(place) ?? [];
  return { group, step: step === undefined ? undefined : Number(step) };
}

function groupTitle(group: string, pages: readonly Page[]): string {
  const page = group.startsWith('/') ? group : `/labs/${group}/`;
  return titleIn(pages, page) ?? pathText(page);
}

/** Every so many minutes stands a time: as few as tell how long it is, and round ones by the clock that says `begins`. */
export function ticksOf({ from, minutes }: Span, most: number, begins = 0): { every: number; at: number[] } {
  const every = [1, 2, 5, 10, 15, 30, 60, 120].find((each) => minutes / each <= most) ?? 240;
  const first = (every - (begins % every)) % every;
  return {
    every,
    at: Array.from({ length: Math.ceil((minutes - first) / every) }, (_, nth) => from + first + nth * every),
  };
}

/** The outline of a strip: what stands higher had more people there, and one alone can still be seen. */
export function outlineOf(there: readonly number[], highest: number): string {
  const height = (count: number) => (count === 0 ? 0 : 15 + (85 * count) / highest);
  return (
    there.map((count, nth) => `${nth === 0 ? 'M0 100' : ''}V${round(100 - height(count))}H${nth + 1}`).join('') +
    'V100Z'
  );
}
const round = (number: number) => Math.round(number * 10) / 10;

/** "40 s", "3 min". */
export const stayText = (ms: number | null): string =>
  ms === null ? '–' : ms < 60_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
