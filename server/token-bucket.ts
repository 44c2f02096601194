export type Rate = { atOnce: number; perSecond: number };

/** Lets so much through at once, and then so much a second. */
export function tokenBucket({ atOnce, perSecond }: Rate, now: () => number) {
  let [tokens, filledAt] = [atOnce, now()];

  /** How long until there is one to take. */
  function waitMs(): number {
    const at = now();
    // A clock that was set back takes nothing away.
    tokens = Math.min(atOnce, tokens + (Math.max(0, at - filledAt) / 1000) * perSecond);
    filledAt = at;
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
  }

  return {
    waitMs,
    /** Takes so many, on credit if there are none, and says how long it would have been right to wait. */
    take(count = 1): number {
      const early = waitMs();
      tokens -= count;
      return early;
    },
    /** For one that was taken, and should not count. */
    giveBack: () => void (tokens = Math.min(atOnce, tokens + 1)),
    /** Whether someone has taken as much again as there ever was, and waits for nothing. */
    isOverdrawn: () => tokens < -atOnce,
  };
}

const most = 10_000;

/** One for each who takes. Of too many, the one who has been quiet for longest is forgotten. */
export function tokenBuckets(rate: Rate, now: () => number) {
  const buckets = new Map<string, ReturnType<typeof tokenBucket>>();
  return {
    waitMs: (who: string) => buckets.get(who)?.waitMs() ?? 0,
    take(who: string, count = 1) {
      const bucket = buckets.get(who) ?? tokenBucket(rate, now);
      bucket.take(count);
      // Behind whoever took before: the first in the map is the quietest.
      buckets.delete(who);
      buckets.set(who, bucket);
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
    },
  };
}
