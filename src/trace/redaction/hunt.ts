import type { Found } from './addresses.ts';
import { allOf, type Place } from './all-of.ts';
import type { Kind } from './pseudonyms.ts';
import { isWord } from './words.ts';

/** Finds secrets that are known wherever they stand in a text. */
export type Hunt = (text: string) => Found[];

const foundByForm: ReadonlySet<Kind> = new Set(['ipv4', 'ipv6', 'mdns', 'fingerprint']);
/** Shorter than this a secret is replaced only where it stands as one. */
const shortest = 4;
/** As long as this it is found even where it has grown together with other letters; a shorter one could be part of a word. */
const unmistakable = 12;

export function huntFor(secrets: ReadonlyMap<string, Kind>, isCommon: (word: string) => boolean): Hunt {
  const isWanted = (secret: string) => secret.length >= shortest && !isWord(secret) && !isCommon(secret);
  const wanted = [...secrets].flatMap(([secret, kind]) => (!foundByForm.has(kind) && isWanted(secret) ? secret : []));
  const find = allOf(wanted, isOne);
  return (text) => find(text).map(({ start, end }) => ({ start, end, kind: secrets.get(text.slice(start, end))! }));
}

const isOne = (text: string, { start, end }: Place) =>
  (end - start >= unmistakable || !(isGrown(text, start) || isGrown(text, end))) &&
  !(halved(text, start) || halved(text, end));

/** Whether letters or digits stand on both sides of a place, none of them half of a character. */
const isGrown = (text: string, at: number) =>
  letterAtEnd.test(text.slice(Math.max(0, at - 2), at)) && letterAtStart.test(text.slice(at, at + 2));
const letterAtEnd = /[\p{L}\p{N}]$/u;
const letterAtStart = /^[\p{L}\p{N}]/u;

const halved = (text: string, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
