import { createHmac, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { Witnessed } from '../../protocol/witness.ts';

// What a stranger who watches may see of descriptions and candidates: everything that explains a call, and nothing by
// which somebody could be found or joined. Whatever is not known to be harmless is left out.

const key = randomBytes(32);
const digest = (kind: string, secret: string) => createHmac('sha256', key).update(`${kind} ${secret}`).digest();
const hex = (kind: string, secret: string, length: number) => digest(kind, secret).toString('hex').slice(0, length);

/** The same secret has the same name everywhere; addresses are those reserved for benchmarks and documentation. */
const named = {
  ufrag: (secret: string) => `u${hex('ufrag', secret, 7)}`,
  pwd: (secret: string) => `p${hex('pwd', secret, 23)}`,
  foundation: (secret: string) => `${digest('foundation', secret).readUInt32BE()}`,
  fingerprint: (secret: string) => digest('fingerprint', secret).toString('hex').toUpperCase().match(/../g)!.join(':'),
  address(secret: string) {
    const bytes = digest('address', secret);
    if (isIP(secret) === 4) return `198.${18 + (bytes[0]! & 1)}.${bytes[1]}.${bytes[2]}`;
    if (isIP(secret) === 6) return `2001:db8::${hex('address', secret, 4)}:${hex('address', secret, 8).slice(4)}`;
    return `${hex('address', secret, 12)}.local`;
  },
};

/** RFC 8839 §5.1. */
const candidateLine =
  /^(candidate:)(\S+) (\d) (udp|tcp|ssltcp) (\d+) (\S+) (\d+) typ (host|srflx|prflx|relay)((?: \S+ \S*)*)$/i;

export function veilCandidate(text: string): string {
  if (text === '') return text;
  const found = candidateLine.exec(text);
  if (!found) return 'candidate:hidden';
  const [, start, foundation, component, protocol, priority, address, port, type, rest] = found as string[];
  const tail = [...rest!.matchAll(/ (\S+) (\S*)/g)].map(([, name, value]) => {
    if (name === 'raddr') return ` raddr ${value === '0.0.0.0' || value === '::' ? value : named.address(value!)}`;
    if (name === 'ufrag') return ` ufrag ${named.ufrag(value!)}`;
    return /^(rport|generation)$/.test(name!) && /^\d+$/.test(value!) ? ` ${name} ${value}` : '';
  });
  const known = [component, protocol, priority, named.address(address!), port, 'typ', type].join(' ');
  return `${start}${named.foundation(foundation!)} ${known}${tail.join('')}`;
}

const harmless =
  /^(v=\d+|t=[\d ]+|m=(audio|video|application) \d+ [\w/]+ [\w -]+|b=\w+:\d+|a=(sendrecv|sendonly|recvonly|inactive|rtcp-mux|rtcp-rsize|rtcp-mux-only|ice-lite|end-of-candidates|bundle-only|extmap-allow-mixed)|a=(group|mid|setup|ice-options|rtpmap|fmtp|rtcp-fb|extmap|sctp-port|max-message-size|rid|simulcast|ptime|maxptime):.*)$/;

export function veilDescription(sdp: string): string {
  const lines = sdp.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^a=([\w-]+):(.*)$/.exec(line) ?? [];
    if (name === 'ice-ufrag') return `a=ice-ufrag:${named.ufrag(value!)}`;
    if (name === 'ice-pwd') return `a=ice-pwd:${named.pwd(value!)}`;
    if (name === 'fingerprint') return `a=fingerprint:sha-256 ${named.fingerprint(value!)}`;
    if (name === 'candidate') return `a=${veilCandidate(`candidate:${value}`)}`;
    if (line.startsWith('o=')) return 'o=- 1 1 IN IP4 0.0.0.0';
    if (line.startsWith('s=')) return 's=-';
    if (line.startsWith('c=')) return 'c=IN IP4 0.0.0.0';
    return harmless.test(line) ? line : [];
  });
  return `${lines.join('\r\n')}\r\n`;
}

/** A copy in which every description and candidate is veiled, wherever it stands. */
function veiled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(veiled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (typeof inner !== 'string') return [name, veiled(inner)];
      if (name === 'sdp') return [name, veilDescription(inner)];
      if (name === 'candidate') return [name, veilCandidate(inner)];
      return [name, name === 'usernameFragment' ? named.ufrag(inner) : inner];
    }),
  );
}

const known = new WeakMap<Witnessed, Witnessed>();

/** An entry as a stranger may see it; made once, however many watch. */
export function veil(entry: Witnessed): Witnessed {
  const before = known.get(entry);
  if (before) return before;
  const after = { ...entry, ...(entry.body !== undefined && { body: veiled(entry.body) }) };
  known.set(entry, after);
  return after;
}
