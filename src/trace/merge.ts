import type { Entry } from '../../protocol/entry.ts';

/** Two different entries under one id. Whichever came first stands, so that no picture changes behind its reader. */
export type Conflict = { kept: Entry; leftOut: Entry };

export type Merged = { added: Entry[]; conflicts: Conflict[] };

/**
 * What of `arrived` is new to the trace that holds `held`, numbered as it comes in. Entries stand in the order in which
 * they arrive here, however late: so folding a prefix and folding live are the same, and their mail places them.
 */
export function merge(held: readonly Entry[], arrived: Iterable<Entry>): Merged {
  const known = new Map(held.map((entry) => [entry.id, entry]));
  const added: Entry[] = [];
  const conflicts: Conflict[] = [];
  let seq = (held.at(-1)?.seq ?? -1) + 1;
  for (const entry of arrived) {
    const kept = known.get(entry.id);
    if (!kept) {
      const numbered = { ...entry, seq: seq++ };
      known.set(entry.id, numbered);
      added.push(numbered);
    } else if (!sameFact(kept, entry)) conflicts.push({ kept, leftOut: entry });
  }
  return { added, conflicts };
}

export const sayConflict = ({ kept, leftOut }: Conflict) =>
  `Two entries are called ${kept.id}. The first to arrive is kept: ${inShort(kept)}. Left out: ${inShort(leftOut)}.`;

const inShort = ({ who, what, name }: Entry) => `${who}, ${what}, ${name}`;

const sameFact = (one: Entry, other: Entry) => written({ ...one, seq: 0 }) === written({ ...other, seq: 0 });

/** As JSON, whatever the order in which a schema or a carrier left the members. */
const written = (entry: Entry) =>
  JSON.stringify(entry, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
