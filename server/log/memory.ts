/** An input with the place in the order that a log gave it. */
export type Numbered<Input> = Input & { seq: number };

/** Fixes the order of what happens, before anything is decided. */
export type Log<Input> = { append(input: Input): Numbered<Input> };

/** The log of one process: the order is the order of the calls. It keeps nothing, for its only reader folds at once. */
export function memoryLog<Input>(): Log<Input> {
  let seq = 0;
  return { append: (input) => ({ ...input, seq: seq++ }) };
}
