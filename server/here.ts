import type { Here } from '../protocol/here.ts';
import { inUrl, lanAddresses } from './addresses.ts';
import type { Authority } from './certificates.ts';

/** What `/trust/` has to know about the place it is served from. */
export function here(lan: boolean, https: boolean, port: number, authority?: Authority): Here {
  const addresses = (lan ? lanAddresses() : []).map((address) => ({
    http: `http://${inUrl(address)}:${port}/`,
    https: https ? `https://${inUrl(address)}:${port}/` : undefined,
  }));
  const now = Date.now();
  if (!authority) return { now, lan, https, addresses };
  const { name, fingerprint, until } = authority;
  return { now, lan, https, addresses, authority: { name, fingerprint, until } };
}
