import type { SequenceView } from './view.ts';

const usual = ['alice', 'server', 'bob'];

/** Whose lanes stand where, from left to right: the server between the two, and whoever else comes behind them. */
export function lanesIn(view: SequenceView, seats: readonly string[]): string[] {
  const all = new Set([...seats, ...Object.keys(view.lanes)]);
  return [...usual.filter((who) => all.delete(who)), ...all];
}
