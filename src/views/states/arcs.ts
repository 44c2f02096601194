import type { Edge, Machine } from './machines.ts';

/** A machine's states stand below one another; a way down is an arc on their right, a way up one on their left. */
export type Arc = Edge & { readonly side: 'left' | 'right'; readonly path: string; readonly tip: string };

/** In sixteenths of a rem. */
export const rowHeight = 24;
const nearest = 6;
const perRow = 6;
const apart = 4.5;

export const arcsOf = ({ states, edges }: Machine): Arc[] =>
  edges.map((edge) => {
    const [from, to] = [edge.from, edge.to].map((state) => states.indexOf(state)) as [number, number];
    const side = to < from ? 'left' : 'right';
    return { ...edge, side, ...shape(from, to, side === 'left' ? -1 : 1) };
  });

/** How much room the arcs of a machine need on each side. */
export function roomFor({ states, edges }: Machine): Record<Arc['side'], number> {
  const spans = edges.map(({ from, to }) => states.indexOf(to) - states.indexOf(from));
  const room = (span: number) => (span > 0 ? bow(span) + 2 : 4);
  return { left: room(-Math.min(...spans)), right: room(Math.max(...spans)) };
}

const bow = (span: number) => nearest + perRow * span;
const middle = (row: number) => (row + 0.5) * rowHeight;

function shape(from: number, to: number, sign: 1 | -1): Pick<Arc, 'path' | 'tip'> {
  const span = Math.abs(to - from);
  // Arcs leave in the direction in which they go, and arrive from where they came.
  const lean = from === to ? apart : to > from ? apart / 2 : -apart / 2;
  const [start, end] = [middle(from) + (from === to ? -lean : lean), middle(to) + (from === to ? lean : -lean)];
  const out = sign * bow(span || 0.6);
  const bend = Math.min(Math.abs(end - start) / 2, 10) * Math.sign(end - start);
  const path = `M0 ${start}C${out} ${start} ${out} ${start + bend / 4} ${out} ${start + bend}V${end - bend}C${out} ${end - bend / 4} ${out} ${end} 0 ${end}`;
  return { path, tip: `M${sign * 5.5} ${end - 3.2}L0 ${end}l${sign * 5.5} 3.2z` };
}
