import type { SequenceView } from './view.ts';

const usual = ['alice', 'server', 'bob'];

/** Whose lanes stand where, from left to right: the server between the two, and whoever else comes behind them. */
export function lanesIn(view: SequenceView, seats: readonly string[]): string[] {
  const all = new Set([...seats, ...Object.keys(view.lanes)]);
  const others = [...all].filter((who) => !usual.includes(who));
  const placed = usual.filter((who) => all.has(who));
  // Among strangers, whoever came first stands where alice would.
  return placed.length === 1 && placed[0] === 'server' && others.length > 1
    ? [others[0]!, 'server', ...others.slice(1)]
    : [...placed, ...others];
}
