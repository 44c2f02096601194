import type { Entry } from '../../protocol/entry.ts';
import { entrySchema } from '../../protocol/entry-schema.ts';
import { isDeeper } from '../../protocol/is-deeper.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import { isShown } from '../../protocol/workshop/spotlight.ts';
import type { Spotlight } from '../../protocol/workshop/state.ts';

export type SpotlitTrace = { spotlight: string; entries: readonly Entry[] };

type Kept = { id: string; entries: Entry[]; characters: number; ids: Set<string>; lanes: Set<string> };

/** What the spotlit learner's page has recorded, for who comes late. It is in memory, and goes with the spotlight. */
export function spotlitTrace() {
  let kept: Kept | undefined;

  /** What is no entry is nothing, what was said before is not said again, and no trace has more lanes than can be drawn. */
  function takeIn(trace: Kept, said: unknown): Entry | undefined {
    if (trace.entries.length >= limits.trace.entries || isDeeper(said, limits.depth)) return undefined;
    const { success, data } = entrySchema.safeParse(said);
    if (!success || trace.ids.has(data.id) || data.who.length > limits.id) return undefined;
    if (!trace.lanes.has(data.who) && trace.lanes.size >= limits.lanes) return undefined;
    const size = JSON.stringify(data).length;
    if (size > limits.entry || trace.characters + size > limits.trace.characters) return undefined;
    trace.characters += size;
    trace.ids.add(data.id);
    trace.lanes.add(data.who);
    trace.entries.push(data);
    return data;
  }

  return {
    /** Whatever was kept of another spotlight, or without consent, is forgotten. */
    follow(spotlight: Spotlight | undefined) {
      if (!isShown(spotlight) || spotlight.id !== kept?.id) kept = undefined;
    },

    /** The entries among these that can be read and are new, as far as there is room for them. */
    add(id: string, said: readonly unknown[]): SpotlitTrace {
      const trace =
        kept?.id === id ? kept : { id, entries: [], characters: 0, ids: new Set<string>(), lanes: new Set<string>() };
      kept = trace;
      return { spotlight: id, entries: said.flatMap((one) => takeIn(trace, one) ?? []) };
    },

    soFar: (): SpotlitTrace[] => (kept ? [{ spotlight: kept.id, entries: kept.entries }] : []),
  };
}
