import type { Here } from '../../protocol/here.ts';

/** What the page uses of it. */
export type Told = Pick<Here, 'lan' | 'addresses' | 'authority'>;

/** What the server says about where it stands; undefined where there is no such server, as on static hosting. */
export async function askHere(): Promise<Told | undefined> {
  try {
    const response = await fetch('/api/here');
    return response.ok ? readHere(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** A page server may answer an unknown address with anything: only what looks like the answer is one. */
export function readHere(said: unknown): Told | undefined {
  const { lan, addresses, authority } = (said ?? {}) as Partial<Told>;
  if (typeof lan !== 'boolean' || !Array.isArray(addresses)) return undefined;
  return { lan, addresses: addresses.filter(({ http }) => typeof http === 'string'), authority };
}
