import { type Clock, ownClock } from '../../trace/clock.ts';
import { since } from '../duration.ts';
import { slice } from '../sorted.ts';
import { labelOf } from './label.ts';
import { type Label, lanesOf, type Row } from './row.ts';
import type { SequenceView } from './view.ts';

/** The sequence picture in words, a line for every row. */
export function sequenceText(view: SequenceView, clock: Clock = ownClock): string[] {
  const lines = slice(view.rows).map((row) => [
    since(row.place.when - view.began),
    who(row),
    words(labelOf(view, row, clock)),
  ]);
  const [time, actor] = [0, 1].map((column) => Math.max(0, ...lines.map((line) => line[column]!.length)));
  return lines.map(([at, who, said]) => `${at!.padStart(time!)}  ${who!.padEnd(actor!)}  ${said}`);
}

/** 'alice', or 'alice → server' for a message. */
export function who({ items: [item] }: Pick<Row, 'items'>): string {
  const [from, to] = lanesOf(item!);
  if (item!.kind !== 'mail') return from;
  return item!.from ? (item!.to ? (from === to ? from : `${from} → ${to}`) : `${from} →`) : `→ ${to}`;
}

/** A label on one line. */
export function words({ byItself, number, name, detail, aside, wrong }: Label): string {
  const said = [number, byItself && '~', name].filter(Boolean).join(' ');
  const told = detail && (detail.startsWith('(') ? detail : number || byItself ? `: ${detail}` : ` ${detail}`);
  return `${said}${told}${aside && ` · ${aside}`}${wrong && ` ✕ ${wrong}`}`;
}
