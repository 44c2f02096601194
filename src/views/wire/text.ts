import { type Clock, ownClock } from '../../trace/clock.ts';
import { duration, since } from '../duration.ts';
import { size } from '../size.ts';
import { slice } from '../sorted.ts';
import type { WireView } from './fold.ts';
import { type Way, wayOf } from './way.ts';

/** What stands in the table, cell by cell. */
export const cellsOf = (way: Way, began: number) => ({
  number: `${way.number}`,
  when: since(way.at - began),
  ends: `${way.from || '?'} → ${way.to || '…'}`,
  kind: way.kind,
  size: way.bytes === undefined ? '' : size(way.bytes),
  waited: way.fate === 'waiting' ? 'waiting' : way.waited === undefined ? '' : duration(way.waited),
  travel: way.fate === 'refused' ? 'refused' : way.travelled === undefined ? '' : duration(way.travelled),
});

export type Cells = ReturnType<typeof cellsOf>;

export const headings: Cells = {
  number: '#',
  when: 'When',
  ends: 'From → to',
  kind: 'Kind',
  size: 'Size',
  waited: 'Waited',
  travel: 'Travel',
};

/** The messages as a table in plain text. */
export function wireText({ post, began = 0 }: WireView, clock: Clock = ownClock): string[] {
  const rows = slice(post.mails).map((mail) => cellsOf(wayOf(mail, clock), began));
  const lines = [headings, ...rows].map((cells) => Object.values(cells));
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
