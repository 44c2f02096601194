import { isSaidOfWhole, kindOfMember } from './keys.ts';
import type { Kind } from './pseudonyms.ts';

/** What to make of a string; `kind` is the secret that it must be, if its place says so. */
export type OnString = (text: string, kind?: Kind) => string;

/** A plain value with every string in it, names of members included, made into another. */
export function mapStrings(value: unknown, onString: OnString, kind?: Kind): unknown {
  if (typeof value === 'string') return onString(value, kind);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, onString, kind));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const inherited = isSaidOfWhole(name) ? kind : undefined;
    return [
      onString(name),
      mapStrings(member, onString, kindOfMember(name, member, value as Record<string, unknown>) ?? inherited),
    ];
  });
  return Object.fromEntries(members);
}
