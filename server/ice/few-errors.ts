import { isIPv4 } from 'node:net';
import { limits } from '../../protocol/limits.ts';
import { tokenBucket } from '../signaling/token-bucket.ts';
import { addressBytes } from './address-bytes.ts';

const networks = 10_000;

/** Whether one more error may go to an address. Whoever has a whole IPv6 network counts as one. */
export function fewErrors(now: () => number) {
  const buckets = new Map<string, ReturnType<typeof tokenBucket>>();

  return (address: string): boolean => {
    const network = isIPv4(address) ? address : addressBytes(address).toString('hex', 0, 8);
    const bucket = buckets.get(network) ?? tokenBucket(limits.stun.errors, now);
    // Behind all others: the first in the map is the one that has been quiet for longest.
    buckets.delete(network);
    buckets.set(network, bucket);
    if (buckets.size > networks) buckets.delete(buckets.keys().next().value!);
    if (bucket.waitMs() > 0) return false;
    bucket.take();
    return true;
  };
}
