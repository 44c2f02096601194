import { addressKind, type Found, findAddresses } from './addresses.ts';
import { addressMembers, kinds } from './keys.ts';
import type { Kind } from './pseudonyms.ts';

type KindOrAddress = Kind | 'address';

/** What stands around secrets; every group of the pattern is one, and `kinds` says of which kind. */
type Context = { pattern: RegExp; kinds: readonly KindOrAddress[] };

const value = '([^\\s"\'\\\\,;&<>]+)';
const iceCharacters = '([a-z0-9+/]{4,256})';
const ofACandidate = 'candidate:[^\\r\\n]{0,300}?';
const context = (pattern: string, ...kinds: KindOrAddress[]): Context => ({
  pattern: new RegExp(pattern, 'dgi'),
  kinds,
});

// Before what may not come every length has an end: or each `turn:` in a text of nothing else would be read to its end.
const contexts = [
  context(`ice-ufrag:${iceCharacters}`, 'ufrag'),
  context(`ice-pwd:${iceCharacters}`, 'pwd'),
  context(`${ofACandidate} ufrag ${iceCharacters}`, 'ufrag'),
  // Firefox 153 refuses a candidate with these words.
  context(`Unknown ufrag \\(${iceCharacters}\\)`, 'ufrag'),
  context(`[= ]msid:${value}(?: ${value})?`, 'stream', 'track'),
  context(`msid-semantic: ?WMS ${value}`, 'stream'),
  context(`[= ]cname:${value}`, 'cname'),
  context(`[= ]mslabel:${value}`, 'stream'),
  context(`ssrc:\\d+ label:${value}`, 'track'),
  context(`a=(?:identity|tls-id):${value}`, 'certificate'),
  context(`a=crypto:[^\\r\\n]{0,300}? inline:${value}`, 'credential'),
  // A candidate may name a host (RFC 8839 §5.1), and so may a c= line.
  context(`candidate:\\S{1,64} \\d{1,9} \\S{1,64} \\d{1,19} ${value} \\d+ typ\\b`, 'address'),
  context(`${ofACandidate} raddr ${value}`, 'address'),
  context(`\\bIN IP[46] ([^\\s"'\\\\/]+)`, 'address'),
  context('((?:[0-9a-f]{2}:){15,}[0-9a-f]{2})', 'fingerprint'),
  // RFC 3986 §3.2.1; TURN and STUN URLs have no user by RFC 7065, but are written with one.
  context(`:\\/\\/([^\\s/?#"'<>:]+)@`, 'user'),
  context(`:\\/\\/([^\\s/?#"'<>:]+):([^\\s/?#"'<>]+)@`, 'user', 'credential'),
  context(`\\b(?:turns?|stuns?):([^\\s/?#"'<>:@]{1,512})(?::([^\\s/?#"'<>]{1,1024}))?@`, 'user', 'credential'),
];

// The members of objects in the text of a query, of JSON or of a program; a preview of one ends anywhere.
const kindsByName = new Map<string, KindOrAddress>([
  ...Object.entries(kinds).map(([name, kind]) => [name.toLowerCase(), kind] as const),
  ...addressMembers.map((name) => [name.toLowerCase(), 'address'] as const),
]);
const names = [...kindsByName.keys()].join('|');
const members = [
  new RegExp(`(?<![^?&;,\\s])(${names})=([^\\s"'\\\\,;&#<>]+)`, 'dgi'),
  new RegExp(`\\b(${names})["']?\\s*:\\s*["']([^"'\\\\]+)`, 'dgi'),
];

/** No context is without one of these, and most texts are. */
const worthALook = /[:=]|ufrag \(|IN IP/;

/** Every secret that a text gives away by itself: by its form, or by what stands before it. */
export function findSecrets(text: string): Found[] {
  if (!worthALook.test(text)) return findAddresses(text);
  return [
    ...contexts.flatMap(({ pattern, kinds }) => find(pattern, text, (group) => kinds[group - 1])),
    ...members.flatMap((pattern) =>
      find(pattern, text, (group, name) => (group === 2 ? kindsByName.get(name.toLowerCase()) : undefined)),
    ),
    ...findAddresses(text),
  ];
}

function find(
  pattern: RegExp,
  text: string,
  kindOf: (group: number, first: string) => KindOrAddress | undefined,
): Found[] {
  return [...text.matchAll(pattern)].flatMap(({ indices, 1: first }) =>
    indices!.flatMap((place, group) => {
      const kind = place && kindOf(group, first!);
      if (!kind) return [];
      const [start, end] = place;
      return { start, end, kind: kind === 'address' ? addressKind(text.slice(start, end)) : kind };
    }),
  );
}
