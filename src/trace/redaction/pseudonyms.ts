import { isWord } from './words.ts';

export type Kind =
  | 'ipv4'
  | 'ipv6'
  | 'mdns'
  | 'host'
  | 'ufrag'
  | 'pwd'
  | 'fingerprint'
  | 'certificate'
  | 'label'
  | 'device'
  | 'group'
  | 'stream'
  | 'track'
  | 'cname'
  | 'user'
  | 'credential';

/** What stands for the n-th secret of a kind, and how one is known when it is met again. */
type Form = { nth: (n: number, secret: string) => string; met: RegExp };

const named = (word: string): Form => ({ nth: (n) => `${word}-${n}`, met: new RegExp(`^${word}-\\d+$`) });

// Every stand-in is of its kind: a description or a candidate that was redacted parses as before. The addresses are those
// reserved for documentation (RFC 5737, RFC 3849) and, should a trace know more than 762, for benchmarks (RFC 2544).
const forms: Readonly<Record<Kind, Form>> = {
  ipv4: { nth: documentationAddress, met: /^(192\.0\.2|198\.51\.100|203\.0\.113|198\.1[89]\.\d+)\.\d+$/ },
  ipv6: { nth: (n) => `2001:db8::${n.toString(16)}`, met: /^2001:0?db8:/i },
  mdns: {
    nth: (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}.local`,
    met: /^00000000-0000-4000-8000-[0-9a-f]{12}\.local$/,
  },
  host: { nth: (n) => `host-${n}.example`, met: /^host-\d+\.example$/ },
  // RFC 8839 §5.4: at least 4 characters for the one and 22 for the other.
  ufrag: { nth: (n) => `ufrag${n}`, met: /^ufrag\d+$/ },
  pwd: { nth: (n) => `pwd${String(n).padStart(21, '0')}`, met: /^pwd\d{21}$/ },
  fingerprint: { nth: countedFingerprint, met: /^(00:){12,}[0-9a-f]{2}(:[0-9a-f]{2}){3}$/i },
  certificate: named('certificate'),
  label: named('label'),
  device: named('device'),
  group: named('group'),
  stream: named('stream'),
  track: named('track'),
  cname: named('cname'),
  user: named('user'),
  credential: named('credential'),
};

function documentationAddress(n: number) {
  const net = ['192.0.2', '198.51.100', '203.0.113'][Math.floor((n - 1) / 254)];
  if (net) return `${net}.${((n - 1) % 254) + 1}`;
  return `198.${18 + (Math.floor(n / 65_536) % 2)}.${Math.floor(n / 256) % 256}.${n % 256}`;
}

function countedFingerprint(n: number, secret: string) {
  const bytes = secret.split(':').map(() => '00');
  const count = n.toString(16).toUpperCase().padStart(8, '0').match(/../g)!;
  return [...bytes.slice(0, -count.length), ...count].join(':');
}

// Where a description or an interface wants a certain form, a secret has a name for each; anywhere else it has one.
const ofAForm: ReadonlySet<Kind> = new Set(['ipv4', 'ipv6', 'mdns', 'ufrag', 'pwd', 'fingerprint']);

/** What gives nobody away: no address, this very machine, no stream, every stream, and what Chromium calls a remote track. */
const innocent = /^(|0\.0\.0\.0|127(\.\d+){3}|::1?|-|\*|remote (audio|video))$/;
/** A browser's ids are random. A word in their place (`default`, `video`) was chosen by a program. */
const random: ReadonlySet<Kind> = new Set(['device', 'group', 'stream', 'track']);

export const isPseudonym = (kind: Kind, value: string) => forms[kind].met.test(value);
export const isSecret = (kind: Kind, value: string) =>
  !innocent.test(value) && !isPseudonym(kind, value) && !(random.has(kind) && isWord(value));

/** One secret, one name for it, as long as this lives; names in `taken` were given by somebody else before. */
export function createPseudonyms(taken: ReadonlySet<string>) {
  const given = new Map<string, string>();
  const counts = new Map<Kind, number>();

  return (kind: Kind, value: string): string => {
    if (!isSecret(kind, value)) return value;
    const key = `${ofAForm.has(kind) ? kind : 'any'} ${canonical(kind, value)}`;
    const known = given.get(key);
    if (known) return known;
    let name: string;
    do {
      const n = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, n);
      name = forms[kind].nth(n, value);
    } while (taken.has(name));
    given.set(key, name);
    return name;
  };
}

/** However it is spelt, it is the same secret. */
function canonical(kind: Kind, value: string) {
  if (kind === 'fingerprint' || kind === 'mdns') return value.toLowerCase();
  return kind === 'ipv6' ? new URL(`http://[${value.replace(/%.*/, '')}]`).hostname : value;
}
