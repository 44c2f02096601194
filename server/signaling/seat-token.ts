import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token says: which seat of which room, under which name, and how often it was renewed. */
export type SeatClaim = { room: string; seat: string; name: string; epoch: number };

const signature = (key: Buffer, said: string) => createHmac('sha256', key).update(`seat ${said}`).digest();

/** A seat to come back to, good on every server that has the key, and after each of its restarts. */
export function signSeat(key: Buffer, claim: SeatClaim): string {
  const said = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${said}.${signature(key, said).toString('base64url')}`;
}

/** What the token says, if it was signed with this key. */
export function readSeat(key: Buffer, token: string): SeatClaim | undefined {
  const [said = '', signed = '', ...more] = token.split('.');
  const [given, right] = [Buffer.from(signed, 'base64url'), signature(key, said)];
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return;
  return JSON.parse(Buffer.from(said, 'base64url').toString()) as SeatClaim;
}

/** What a room remembers of its password. Only who has the key could try passwords on it. */
export const lockFor = (key: Buffer, room: string, password: string) =>
  createHmac('sha256', key)
    .update(`lock ${JSON.stringify([room, password])}`)
    .digest('base64url');
