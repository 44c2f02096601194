import { lanAddresses } from './addresses.ts';

/**
 * Tells when this machine is found elsewhere: it was carried to another room, or it slept on the way to the class.
 * No system tells us, so we look; returns what ends the looking.
 */
export function whenAddressesChange(tell: (addresses: string[]) => void, look = lanAddresses, everyMs = 10_000) {
  let known = look();
  const timer = setInterval(() => {
    const found = look();
    if (found.join() === known.join()) return;
    known = found;
    tell(found);
  }, everyMs);
  return () => clearInterval(timer);
}
