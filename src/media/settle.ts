/** What a source can do for one constraint, and what it does when nobody asks. */
export type Ability = { min: number; max: number; usual: number };

export type Settled = { ok: true; value: number } | { ok: false };

/**
 * The value nearest to what was asked that the source can do. A bare number is a wish; `exact`, `min` and `max` are
 * conditions, and a source that cannot meet them is out (Media Capture and Streams, SelectSettings).
 */
export function settle(asked: ConstrainULong | ConstrainDouble | undefined, { min, max, usual }: Ability): Settled {
  const wish = typeof asked === 'object' ? asked : { ideal: asked };
  const lowest = Math.max(min, wish.exact ?? wish.min ?? min);
  const highest = Math.min(max, wish.exact ?? wish.max ?? max);
  if (lowest > highest) return { ok: false };
  const wanted = wish.exact ?? wish.ideal ?? usual;
  return { ok: true, value: Math.min(highest, Math.max(lowest, wanted)) };
}
