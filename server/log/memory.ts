/** An input with the place in the order that a log gave it. */
export type Numbered<Input> = Input & { seq: number };

/** Fixes the order of what happens, before anything is decided. */
export type Log<Input> = { append(input: Input): Numbered<Input> };

/**
 * The log of one process: the order is the order of the calls. It keeps nothing, for its only reader folds at once. Its
 * numbers begin at the time, in microseconds: so they go on behind those of any log of the same room before it, be it in
 * a server that was killed.
 */
export function memoryLog<Input>(now: number): Log<Input> {
  let seq = now * 1_000;
  return { append: (input) => ({ ...input, seq: seq++ }) };
}
