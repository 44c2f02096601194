import { askHere } from '../carriers/here.ts';

const drawer = 'trickle:address';

export type Addresses = { all: readonly string[]; chosen: string };

/** Where others find this server, and which of its addresses is shown; undefined where there is no such server. */
export async function joinAddresses(): Promise<Addresses | undefined> {
  const here = await askHere();
  if (!here) return undefined;
  const others = here.addresses
    .flatMap(({ http, https }) => [http, https ?? []].flat())
    .map((url) => new URL(url).origin);
  // This machine's own name for itself is of no use to anybody else.
  const isOwn = /^(localhost|127\.|\[::1\])/.test(location.hostname) && others.length > 0;
  const all = [...new Set(isOwn ? others : [location.origin, ...others])];
  const before = recall();
  return { all, chosen: before && all.includes(before) ? before : all[0]! };
}

/** For the projector as well, in the same browser. */
export function choose(address: string) {
  try {
    localStorage.setItem(drawer, address);
  } catch {
    // It holds for this page.
  }
}

function recall() {
  try {
    return localStorage.getItem(drawer);
  } catch {
    return undefined;
  }
}

export const joinLink = (address: string, code: string, invitation: string | undefined) =>
  `${address}/join/#${code}${invitation ? `.${invitation}` : ''}`;

/** What stands behind the # of such a link. */
export function readInvitation(hash: string) {
  const [code = '', invitation] = decodeURIComponent(hash.slice(1)).split('.');
  return { code, invitation };
}
