import type { Found } from './addresses.ts';
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
  if (wanted.length === 0) return () => [];
  // Longest first: of two that begin alike a pattern takes the first that fits.
  const pattern = new RegExp(
    wanted
      .sort((one, other) => other.length - one.length)
      .map(patternOf)
      .join('|'),
    'gu',
  );
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: secret, index }) => ({
      start: index,
      end: index + secret.length,
      kind: secrets.get(secret)!,
    }));
}

function patternOf(secret: string) {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (secret.length >= unmistakable) return literal;
  const [before, behind] = [/^[\p{L}\p{N}]/u.test(secret), /[\p{L}\p{N}]$/u.test(secret)];
  return `${before ? '(?<![\\p{L}\\p{N}])' : ''}${literal}${behind ? '(?![\\p{L}\\p{N}])' : ''}`;
}
