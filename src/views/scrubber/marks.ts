import type { Entry } from '../../../protocol/entry.ts';
import type { Measure } from './timeline.ts';

/** As many marks as can be told apart on a screen. */
const finest = 600;

/** The lines of a mark, top and bottom: alice's stand above the middle, bob's hang below it, the server's lie across. */
const extents: Record<string, [number, number]> = { alice: [7, 15], bob: [17, 25] };
const across: [number, number] = [13, 19];

/** The marks of one kind, as one path in a box 1000 wide and 32 high. */
export type Marks = {
  readonly key: string;
  readonly who: string;
  readonly kind: 'usual' | 'step' | 'wrong';
  readonly path: string;
};

/** Every entry of a trace as a mark where it stands, by actor. */
export function marksOf(entries: readonly Entry[], times: readonly number[], measure: Measure): Marks[] {
  const end = times.at(-1) || 1;
  const groups = new Map<string, { who: string; kind: Marks['kind']; columns: Set<number> }>();
  entries.forEach((entry, index) => {
    const share = measure === 'time' ? times[index]! / end : (index + 0.5) / entries.length;
    const kind = kindOf(entry);
    const key = `${entry.who} ${kind}`;
    const group = groups.get(key) ?? { who: entry.who, kind, columns: new Set() };
    groups.set(key, group);
    group.columns.add(Math.round(share * finest));
  });
  return [...groups].map(([key, { who, kind, columns }]) => {
    const [top, bottom] = extentOf(who, kind);
    const lines = [...columns].map((column) => `M${round((column / finest) * 1_000)} ${top}V${bottom}`);
    return { key, who, kind, path: lines.join('') };
  });
}

const kindOf = ({ what }: Entry): Marks['kind'] =>
  what === 'throw' || what === 'refused' ? 'wrong' : what === 'step' ? 'step' : 'usual';

/** What went wrong reaches further out than the rest, and a step from edge to edge. */
function extentOf(who: string, kind: Marks['kind']): [number, number] {
  const [top, bottom] = extents[who] ?? across;
  if (kind === 'step') return [0, 32];
  if (kind === 'usual') return [top, bottom];
  return who === 'bob' ? [top, 32] : [0, bottom];
}

const round = (value: number) => Math.round(value * 100) / 100;
