import { connectionTransitions } from '../../trace/connection-state.ts';
import { gatheringTransitions } from '../../trace/gathering-state.ts';
import { iceTransitions } from '../../trace/ice-state.ts';
import { type Move, signalingMoves } from '../../trace/signaling-state.ts';

export type MachineName = 'signaling' | 'gathering' | 'ice' | 'connection';

/** A way from one state to another, and what leads there. */
export type Edge = { readonly from: string; readonly to: string; readonly by: string };

export type Machine = { readonly states: readonly string[]; readonly edges: readonly Edge[] };

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** The four machines of a peer connection, as the tables have them. */
export const machines: Readonly<Record<MachineName, Machine>> = {
  signaling: { states: Object.keys(signalingMoves), edges: Object.entries(signalingMoves).flatMap(movesFrom) },
  gathering: machineOf(gatheringTransitions),
  ice: machineOf(iceTransitions),
  connection: machineOf(connectionTransitions),
};

export const machineNames = Object.keys(machines) as readonly MachineName[];

export const isMachine = (name: string): name is MachineName => Object.hasOwn(machines, name);

function machineOf(table: Table): Machine {
  const edges = Object.entries(table).flatMap(([from, ways]) =>
    Object.entries(ways).map(([to, by]): Edge => ({ from, to, by: by! })),
  );
  return { states: Object.keys(table), edges };
}

/** Several moves may lead to the same state: they are one edge. */
function movesFrom([from, moves]: [string, Partial<Record<Move, string>>]): Edge[] {
  const byTarget = Map.groupBy(Object.entries(moves), ([, to]) => to);
  return [...byTarget].map(([to, moves]) => ({ from, to, by: moves.map(([move]) => move).join(', ') }));
}
