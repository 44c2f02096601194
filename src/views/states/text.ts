import type { PeerStates, StatesView } from './fold.ts';
import { type MachineName, machineNames, machines } from './machines.ts';
import type { Refused } from './refused.ts';

/** Every peer connection's states in words. */
export const statesText = ({ peers }: StatesView): string[] => Object.values(peers).flatMap(peerText);

function peerText(peer: PeerStates): string[] {
  const lines = machineNames.flatMap((name) => {
    const way = peer.ways[name];
    return way ? [`  ${name.padEnd(10)}  ${way.join(' → ')}`, `  ${''.padEnd(10)}  ${waysOnText(name, way)}`] : [];
  });
  return [`${peer.who} ${peer.on}`, ...lines, ...(peer.refused ? [`  ${refusedText(peer.refused)}`] : [])];
}

/** Where a machine may go from the last of these states. */
export const waysOn = (name: MachineName, way: readonly string[]) =>
  machines[name].edges.filter(({ from }) => from === way.at(-1));

function waysOnText(name: MachineName, way: readonly string[]): string {
  const next = waysOn(name, way).map(({ to, by }) => `${to} (${by})`);
  return next.length ? `may go to ${next.join(', ')}` : 'may go nowhere';
}

export const refusedText = ({ call, state, said, why, instead }: Refused): string =>
  [`✕ ${call} in ${state}: ${said}`, why, instead].filter(Boolean).join(' – ');
