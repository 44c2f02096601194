import { isIPv4 } from 'node:net';
import { addressBytes } from './ice/address-bytes.ts';

/** The network that an address counts as, where something is allowed so and so often: with IPv6, one has billions. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv4(plain) ? plain : addressBytes(plain).toString('hex', 0, 8);
}
