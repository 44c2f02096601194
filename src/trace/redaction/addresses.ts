import type { Kind } from './pseudonyms.ts';

/** A secret of a kind at a place in a text. */
export type Found = { start: number; end: number; kind: Kind };

/** Every IP address and every mDNS name in a text, whatever stands around it. */
export const findAddresses = (text: string): Found[] => [...findIpv6(text), ...findIpv4(text), ...findMdns(text)];

/** The kind of address that this is as a whole. */
export function addressKind(text: string): 'ipv4' | 'ipv6' | 'mdns' | 'host' {
  const [found] = findAddresses(text).filter(({ start, end }) => start === 0 && end === text.length);
  return (found?.kind as 'ipv4' | 'ipv6' | 'mdns' | undefined) ?? 'host';
}

// A version with four parts looks the same; these stand in every user agent.
const product = /(Chrome|Chromium|Version|Edg|OPR)\/$/;

function findIpv4(text: string): Found[] {
  return [...text.matchAll(/\d[\d.]*/g)].flatMap(({ 0: run, index: start }) => {
    const address = run.match(/^\d{1,3}(\.\d{1,3}){3}(?=\.*$)/)?.[0];
    const isAddress = address?.split('.').every((part) => Number(part) < 256);
    if (!isAddress || product.test(text.slice(Math.max(0, start - 20), start))) return [];
    return { start, end: start + address!.length, kind: 'ipv4' };
  });
}

const longestIpv6 = 45;

function findIpv6(text: string): Found[] {
  return [...text.matchAll(/[0-9a-f:.]+/gi)].flatMap(({ 0: run, index }) => {
    if (!/:.*:/.test(run) || run.length > longestIpv6 + 10) return [];
    for (const { offset, address } of readings(run)) {
      const start = index + offset;
      const end = start + address.length;
      if (!isIpv6(address)) continue;
      // `MediaStream::clone` is no address: grown together with a word, two groups are too few to be told from one.
      const isGrown = /\p{L}/u.test(text.slice(start - 1, start)) || /\p{L}/u.test(text.slice(end, end + 1));
      if (!isGrown || address.split(/:+/).filter(Boolean).length > 2)
        return { start, end: end + zone(text, end), kind: 'ipv6' };
    }
    return [];
  });
}

/** A run of hex digits and colons as it is, and without what may be a name before it or a port behind it. */
function* readings(run: string) {
  const heads = new Set([0, run.match(/^(\.+|:(?!:))/)?.[0].length ?? 0, run.indexOf(':') + 1]);
  const tails = new Set([run.length, run.replace(/\.+$/, '').replace(/(?<!:):$/, '').length, run.lastIndexOf(':')]);
  for (const offset of heads) for (const end of tails) yield { offset, address: run.slice(offset, end) };
}

const isIpv6 = (text: string) => text.includes(':') && text.length <= longestIpv6 && URL.canParse(`http://[${text}]`);

/** The interface behind an address (`fe80::1%eth0`), unless it is a percent-encoded character. */
const zone = (text: string, end: number) =>
  text.slice(end, end + 20).match(/^%(?![0-9a-f]{2})[\w.-]+/i)?.[0].length ?? 0;

function findMdns(text: string): Found[] {
  return [...text.matchAll(/\.local(?![\p{L}\p{N}_-])/giu)].flatMap(({ index }) => {
    const before = text.slice(Math.max(0, index - 255), index).match(/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u);
    return before ? { start: index - before[0].length, end: index + '.local'.length, kind: 'mdns' } : [];
  });
}
