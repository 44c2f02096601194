import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { alphabet } from '../../protocol/workshop/code.ts';
import type { Locks } from '../../protocol/workshop/state.ts';

const groups = (count: number) =>
  Array.from({ length: count }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

/** By which a workshop is joined: short enough to be called across a room. */
export const newCode = () => groups(2);

/** What only the instructor holds: 256 bits for their browser, and a code of 87 to be written down. */
export const newKeys = () => ({ key: randomBytes(32).toString('base64url'), recovery: groups(5) });
export type Keys = ReturnType<typeof newKeys>;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const plain = (recovery: string) => recovery.toUpperCase().replace(/[\s\p{P}]/gu, '');
export const locksFor = ({ key, recovery }: Keys): Locks => ({ key: digest(key), recovery: digest(plain(recovery)) });

/** How long this takes says nothing about the lock: digests of one length are compared to their end. */
const fits = (lock: string, said: string) => timingSafeEqual(Buffer.from(lock), Buffer.from(digest(said)));
export const opens = (locks: Locks | undefined, key: string) => fits(locks?.key ?? digest('nothing'), key);
export const recovers = (locks: Locks | undefined, recovery: string) =>
  fits(locks?.recovery ?? digest('nothing'), plain(recovery));

const syllables = () => Array.from({ length: 2 }, () => pick('bdfgklmnprstvz') + pick('aeiou')).join('');
const pick = (letters: string) => letters[randomInt(letters.length)]!;
/** To be read from one device and typed into another: "bako timu". */
export const newWord = () => `${syllables()} ${syllables()}`;
export const lockForWord = (code: string, word: string) =>
  digest(`${code} ${word.toLowerCase().replace(/[^a-z]/g, '')}`);

/** A key for each purpose, so that what was signed for one is nothing for another. */
export const keyFor = (key: Buffer, purpose: string) =>
  createHmac('sha256', key).update(`workshop ${purpose}`).digest();

/** One browser in one workshop, whenever it asks; from the seat nobody learns the ticket. */
export const seatFor = (key: Buffer, code: string, ticket: string) =>
  createHmac('sha256', key).update(`${code} ${ticket}`).digest('base64url').slice(0, 16);

export const newId = () => randomBytes(12).toString('base64url');
