import type { Witnessed } from '../../protocol/witness.ts';

/** Two different entries under one id. Whichever came first stands, so that no picture changes behind its reader. */
export type Conflict = { kept: Witnessed; leftOut: Witnessed };

export const sayConflict = ({ kept, leftOut }: Conflict) =>
  `Two entries are called ${kept.id}. The first to arrive is kept: ${inShort(kept)}. Left out: ${inShort(leftOut)}.`;

const inShort = ({ who, what, name }: Witnessed) => `${who}, ${what}, ${name}`;

export const isSameFact = (one: Witnessed, other: Witnessed) => written(one) === written(other);

/** As JSON, whatever the order in which a schema or a carrier left the members, and wherever it stands in a trace. */
const written = (entry: Witnessed) =>
  JSON.stringify({ ...entry, seq: undefined }, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
