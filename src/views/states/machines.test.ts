import { expect, test } from 'vitest';
import { connectionTransitions } from '../../trace/connection-state.ts';
import { gatheringTransitions } from '../../trace/gathering-state.ts';
import { iceTransitions } from '../../trace/ice-state.ts';
import { moves, signalingMoves, signalingStates } from '../../trace/signaling-state.ts';
import { arcsOf } from './arcs.ts';
import { type MachineName, machineNames, machines } from './machines.ts';

const drawn = (name: MachineName) => arcsOf(machines[name]).map(({ from, to }) => `${from} → ${to}`);

test.each([
  ['gathering', gatheringTransitions],
  ['ice', iceTransitions],
  ['connection', connectionTransitions],
] as const)('%s: every state and every way of the table is drawn, and no other', (name, table) => {
  const ways = Object.entries(table).flatMap(([from, to]) => Object.keys(to).map((state) => `${from} → ${state}`));
  expect(drawn(name)).toEqual(ways);
  expect(machines[name].states).toEqual(Object.keys(table));
});

test('signaling: every move of the table is drawn, and no other', () => {
  for (const from of signalingStates) {
    for (const move of moves) {
      const to = signalingMoves[from][move];
      const found = arcsOf(machines.signaling).filter((arc) => arc.from === from && arc.by.split(', ').includes(move));
      expect(found.map((arc) => arc.to)).toEqual(to ? [to] : []);
    }
  }
  expect(machines.signaling.states).toEqual(signalingStates);
});

test.each(machineNames)('%s: no way is drawn twice', (name) => {
  expect(new Set(drawn(name)).size).toBe(drawn(name).length);
});
