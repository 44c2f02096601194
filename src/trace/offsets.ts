import type { Entry } from '../../protocol/entry.ts';
import { closed, type Matrix, peaceable } from './differences.ts';
import { bounds } from './mail-bounds.ts';
import { shareClock } from './shared-clock.ts';

/**
 * What to add to each actor's `at` to read the first actor's clock. Nothing arrives before it was sent: mail in both
 * directions, be it by way of the server, leaves a range, of which this is the middle; mail in one direction leaves
 * one bound, which is then the estimate. An actor without a chain of mail to the first is absent, unless they plainly
 * have one clock.
 */
export function offsetsOf(entries: readonly Entry[]): Record<string, number> {
  const { actors, most } = bounds(entries);
  if (actors.length === 0) return {};
  const settled = new Map([[0, 0]]);
  let known = closed(peaceable(withSharedClocks(entries, actors, most)));
  for (let next = mostCertain(known, settled); next; next = mostCertain(known, settled)) {
    const { actor, offset } = next;
    settled.set(actor, offset);
    // What is settled binds the others: so even one-sided guesses never let a message arrive before it was sent.
    known[0]![actor] = offset;
    known[actor]![0] = -offset;
    known = closed(known);
  }
  return Object.fromEntries([...settled].map(([actor, offset]) => [actors[actor]!, offset]));
}

/** Two that have one clock may differ by nothing, unless their mail says that they do. */
const withSharedClocks = (entries: readonly Entry[], actors: readonly string[], most: Matrix): Matrix =>
  most.map((row, u) =>
    row.map((bound, v) => {
      const mayBeShared = u !== v && bound >= 0 && most[v]![u]! >= 0;
      return mayBeShared && shareClock(entries, actors[u]!, actors[v]!) ? 0 : bound;
    }),
  );

/** The next actor to settle: first those with bounds on both sides, then those with one. */
function mostCertain(known: Matrix, settled: ReadonlyMap<number, number>) {
  const ranges = known
    .map((_, actor) => ({ actor, from: 0 - known[actor]![0]!, to: known[0]![actor]! }))
    .filter(({ actor }) => !settled.has(actor));
  const between = ranges.find(({ from, to }) => Number.isFinite(from) && Number.isFinite(to));
  if (between) return { actor: between.actor, offset: (between.from + between.to) / 2 };
  const beside = ranges.find(({ from, to }) => Number.isFinite(from) || Number.isFinite(to));
  return beside && { actor: beside.actor, offset: Number.isFinite(beside.from) ? beside.from : beside.to };
}
