import type { Entry } from '../../protocol/entry.ts';
import { entrySchema } from '../../protocol/entry-schema.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import type { Spotlight } from '../../protocol/workshop/state.ts';

export type SpotlitTrace = { spotlight: string; entries: readonly Entry[] };

/** What the spotlit learner's page has recorded, for who comes late. It is in memory, and goes with the spotlight. */
export function spotlitTrace() {
  let kept: { id: string; entries: Entry[]; characters: number } | undefined;

  return {
    /** Whatever was kept of another spotlight, or without consent, is forgotten. */
    follow(spotlight: Spotlight | undefined) {
      if (spotlight?.consent !== 'given' || spotlight.id !== kept?.id) kept = undefined;
    },

    /** The entries among these that can be read, as far as there is room for them. */
    add(id: string, said: readonly unknown[]): SpotlitTrace {
      if (kept?.id !== id) kept = { id, entries: [], characters: 0 };
      const entries: Entry[] = [];
      for (const one of said) {
        const { success, data } = entrySchema.safeParse(one);
        const size = success ? JSON.stringify(data).length : Infinity;
        if (!success || size > limits.entry || kept.characters + size > limits.trace.characters) continue;
        if (kept.entries.length >= limits.trace.entries) continue;
        kept.characters += size;
        kept.entries.push(data);
        entries.push(data);
      }
      return { spotlight: id, entries };
    },

    soFar: (): SpotlitTrace[] => (kept ? [{ spotlight: kept.id, entries: kept.entries }] : []),
  };
}
