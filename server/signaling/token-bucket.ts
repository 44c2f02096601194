export type Rate = { atOnce: number; perSecond: number };

/** Lets so much through at once, and then so much a second. */
export function tokenBucket({ atOnce, perSecond }: Rate, now: () => number) {
  let [tokens, filledAt] = [atOnce, now()];

  function fill() {
    const at = now();
    // A clock that was set back takes nothing away.
    tokens = Math.min(atOnce, tokens + (Math.max(0, at - filledAt) / 1000) * perSecond);
    filledAt = at;
  }

  return {
    /** How long until there is one to take. */
    waitMs(): number {
      fill();
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
    },
    /** Takes one, on credit if there is none. */
    take() {
      fill();
      tokens -= 1;
    },
    /** Whether someone has taken as much again as there ever was, and waits for nothing. */
    isOverdrawn: () => tokens < -atOnce,
  };
}
