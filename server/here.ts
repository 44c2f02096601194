import { inUrl, lanAddresses } from './addresses.ts';
import type { Authority } from './certificates.ts';

/** What `/trust/` has to know about the place it is served from. */
export type Here = {
  /** Whether others on the network are let in. */
  lan: boolean;
  https: boolean;
  /** Where they find us, the address to try first in front. */
  addresses: { http: string; https?: string }[];
  /** What a device may choose to trust: absent with a certificate of one's own. */
  authority?: Omit<Authority, 'pem'>;
};

export function here(lan: boolean, https: boolean, port: number, authority?: Authority): Here {
  const addresses = (lan ? lanAddresses() : []).map((address) => ({
    http: `http://${inUrl(address)}:${port}/`,
    https: https ? `https://${inUrl(address)}:${port}/` : undefined,
  }));
  if (!authority) return { lan, https, addresses };
  const { name, fingerprint, until } = authority;
  return { lan, https, addresses, authority: { name, fingerprint, until } };
}
