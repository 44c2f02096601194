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
  let known = withSharedClocks(entries, actors, closed(peaceable(most)));
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

/** Two whose entries came as if by one clock have one, as long as no mail says otherwise: neither theirs nor others'. */
function withSharedClocks(entries: readonly Entry[], actors: readonly string[], mail: Matrix): Matrix {
  let known = mail;
  for (const [v, other] of actors.entries()) {
    for (const [u, one] of actors.slice(0, v).entries()) {
      const mayBeShared = known[u]![v]! >= 0 && known[v]![u]! >= 0;
      if (!mayBeShared || !shareClock(entries, one, other)) continue;
      known[u]![v] = 0;
      known[v]![u] = 0;
      known = closed(known);
    }
  }
  return known;
}

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
