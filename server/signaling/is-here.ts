import type { IncomingHttpHeaders } from 'node:http';
import { lanAddresses } from '../addresses.ts';

/** Whether somebody sits at this very machine. Whoever comes through a proxy on it may sit anywhere. */
export function isHere(
  address: string,
  headers: IncomingHttpHeaders,
  own: readonly string[] = lanAddresses(),
): boolean {
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined || headers.via !== undefined)
    return false;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plain) || own.includes(plain);
}
