import { limits } from '../../protocol/limits.ts';
import { tokenBucket } from './token-bucket.ts';

export type Guesses = ReturnType<typeof guesses>;

const addresses = 10_000;

/** How many wrong passwords came from where. */
export function guesses(now: () => number) {
  const buckets = new Map<string, ReturnType<typeof tokenBucket>>();

  return {
    /** How long this address has to wait before its next try. */
    waitMs: (address: string) => buckets.get(address)?.waitMs() ?? 0,
    wrong(address: string) {
      const bucket = buckets.get(address) ?? tokenBucket(limits.wrongPasswords, now);
      bucket.take();
      // Behind whoever guessed before: the first in the map is the one that has been quiet for longest.
      buckets.delete(address);
      buckets.set(address, bucket);
      if (buckets.size > addresses) buckets.delete(buckets.keys().next().value!);
    },
  };
}
