import { createHmac } from 'node:crypto';

/** An outside coturn (`--use-auth-secret`) and the secret that it shares with us. */
export type Turn = { url: string; secret: string };

export type IceServer = { urls: string; username?: string; credential?: string };

type Known = { stunPort?: number; turn?: Turn };

// A day of a workshop. What somebody passed on is worth nothing tomorrow.
const goodForMs = 8 * 60 * 60 * 1000;

/** What a page puts into its RTCPeerConnection: this server, under the name by which the page called it. */
export function iceServers(host: string, name: string, now: number, { stunPort, turn }: Known): IceServer[] {
  const { hostname } = new URL(`http://${host}`);
  return [
    ...(stunPort === undefined ? [] : [{ urls: `stun:${hostname}:${stunPort}` }]),
    ...(turn ? [{ urls: turn.url, ...passingCredentials(turn.secret, name, now + goodForMs) }] : []),
  ];
}

/** A name that says until when it is good, and a password that proves that we said so. */
export function passingCredentials(secret: string, name: string, until: number) {
  const username = `${Math.floor(until / 1000)}:${name}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
