/** A table that strangers look into: `constructor` and `__proto__` are found only if they were put there. */
export const table = <Value>(rows: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(rows));
