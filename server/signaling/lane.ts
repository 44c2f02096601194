import { type Witnessed, witness } from '../../protocol/witness.ts';
import type { Happened, Past } from './history.ts';

export type Lane = ReturnType<typeof openLane>;

/**
 * What the server did in one room, for any number of watchers. It is folded when the first of them comes and kept up
 * from then on, so that whoever comes and goes again and again costs no folding.
 */
export function openLane(past: Past) {
  const watchers = new Set<() => void>();
  let entries: Witnessed[] | undefined;
  let forgotten = 0;

  const fold = () => past.steps().flatMap(({ input, tell }) => witness(input, tell));

  return {
    get isWatched() {
      return watchers.size > 0;
    },
    /** How many entries were before the first that is still here. */
    get forgotten() {
      return forgotten;
    },
    get entries(): readonly Witnessed[] {
      return entries ?? [];
    },

    /** One step more; `forgot` says that the past became shorter at its beginning. */
    add({ input, tell }: Happened, forgot: boolean) {
      if (!entries) return;
      const newest = witness(input, tell);
      const count = forgotten + entries.length + newest.length;
      if (forgot) entries = fold();
      else entries.push(...newest);
      forgotten = count - entries.length;
      if (newest.length > 0) for (const look of watchers) look();
    },

    /** `look` is called whenever there is more, until the answer is called. */
    watch(look: () => void) {
      entries ??= fold();
      watchers.add(look);
      return () => watchers.delete(look);
    },
  };
}
