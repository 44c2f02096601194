import { isIP } from 'node:net';

/** What a request says about where it comes from and whom it means to reach. */
export type Claim = { origin?: string; host?: string };

/** What this server is called besides `localhost`: names, and the addresses of this machine. */
export type Called = { names: readonly string[]; addresses: readonly string[] };

const hostnameOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined);
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

const isThisMachine = (hostname: string) =>
  /^(.+\.)?localhost$/.test(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';

const isOurs = (hostname: string, { names, addresses }: Called) =>
  isThisMachine(hostname) || names.includes(hostname) || addresses.includes(bare(hostname));

/**
 * A page of a stranger can make its own name point at this machine (DNS rebinding) and is then of "the same origin";
 * but it still has to say that name. An address cannot be rebound, so every address is believed.
 */
export function refuseHost(host: string | undefined, names: readonly string[]): string | undefined {
  if (host === undefined) return;
  const hostname = hostnameOf(`http://${host}`);
  if (hostname && (isIP(bare(hostname)) || isThisMachine(hostname) || names.includes(hostname))) return;
  return 'Trickle does not answer to this name. Open it at one of the addresses that it printed when it was started, or name this host with --allow.';
}

/** Whether a page at this origin is a page of ours or of a program on this machine. Other programs send none. */
export function isWelcome(origin: string | undefined, called: Called): boolean {
  if (origin === undefined) return true;
  const hostname = /^https?:\/\//.test(origin) ? hostnameOf(origin) : undefined;
  return hostname !== undefined && isOurs(hostname, called);
}

/** CORS does not protect WebSockets: whoever connects is asked here, and a refusal is a sentence for their console. */
export function refuseConnection({ origin, host }: Claim, called: Called): string | undefined {
  const misled = refuseHost(host, called.names);
  if (misled) return misled;
  const sameOrigin = host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  if (sameOrigin || isWelcome(origin, called)) return;
  if (origin === 'null')
    return 'Trickle takes no connection from a page that was opened as a file or in a sandbox: serve it, as with --mine.';
  return 'Trickle takes no connection from a page of another site: serve yours from this machine or with --mine, or name its host with --allow.';
}
