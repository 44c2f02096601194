const one = 1 / 20;

/**
 * How much of what is written down may be of one name: a part of the room that is left, and never a fixed amount. However
 * many are greedy, there is room for one more; and a class that is alone has plenty. Twice as much for whoever has the
 * reserve, so that an instructor can still act in a class that somebody floods.
 */
export const shareOf = (most: number, used: number, hasReserve = false) =>
  Math.max(0, most - used) * one * (hasReserve ? 2 : 1);

/** What an input weighs besides its text. */
export const extra = 100;
