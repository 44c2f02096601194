import type { Turn } from './ice/ice-servers.ts';
import { nearest } from './nearest.ts';

export type Options = {
  port: number;
  host: string;
  lan: boolean;
  https: boolean;
  cert?: string;
  key?: string;
  data: string;
  keepDays?: number;
  mine?: string;
  /** Hosts besides this machine: their pages may connect, and by their names this server is reached. */
  allow?: string[];
  turn?: Turn;
  /** Whether descriptions and candidates are written into the log. */
  logDetails?: boolean;
};

/** What a start was asked for: to run, to explain itself, or something that it cannot understand. */
export type Asked = { run: Options } | { help: string } | { problem: string };

type Name = Exclude<keyof Options, 'logDetails' | 'keepDays'> | 'keep-days' | 'turn-secret' | 'log-details' | 'help';
type Flag = { takes?: string; says: string };

const flags: Record<Name, Flag> = {
  port: { takes: 'N', says: 'the port to listen on; 8181 if nothing is said, 0 for any free one' },
  host: { takes: 'NAME', says: 'the address to listen on; "localhost" reaches no further than this machine' },
  lan: { says: 'let the network in: HTTP and HTTPS on one port, with a QR code for phones' },
  https: { says: 'answer HTTPS too, without letting the network in' },
  cert: { takes: 'FILE', says: 'your own certificate (PEM, the chain included) instead of one made in certs/' },
  key: { takes: 'FILE', says: 'the private key that belongs to --cert' },
  data: { takes: 'DIR', says: 'where the server keeps what it must remember; .data/ if nothing is said' },
  'keep-days': { takes: 'N', says: 'how long a workshop is kept after its last use; 30 if nothing is said' },
  mine: { takes: 'DIR', says: 'serve your own pages at /mine/, from the port your program expects' },
  allow: {
    takes: 'HOSTS',
    says: 'hosts whose pages may connect and whose names it answers to: a.org,b.org',
  },
  turn: { takes: 'URL', says: 'a coturn for calls that find no other way, as in turn:example.org:3478' },
  'turn-secret': { takes: 'TEXT', says: 'the secret that this coturn was started with (--use-auth-secret)' },
  'log-details': { says: 'write descriptions and candidates into the log, with the addresses in them' },
  help: { says: 'this page' },
};

const names = Object.keys(flags) as Name[];
const isName = (word: string): word is Name => Object.hasOwn(flags, word);
const variable = (name: Name) => `TRICKLE_${name.toUpperCase().replace('-', '_')}`;

const help = () => {
  const left = names.map((name) => `--${[name, flags[name].takes].filter(Boolean).join(' ')}`);
  const width = Math.max(...left.map((flag) => flag.length));
  return [
    'Trickle is a playground in which people learn WebRTC by running it.',
    '',
    '  npm start                 on this machine alone: http://localhost:8181',
    '  npm start -- --lan        for everyone on this network',
    '',
    ...names.map((name, row) => `  ${left[row]!.padEnd(width)}  ${flags[name].says}`),
    '',
    `Each can also be said in the environment, as in ${variable('port')}=9000 or ${variable('lan')}=1; a flag wins.`,
  ].join('\n');
};

type Said = Partial<Record<Name, string>>;

/** What the flags say, or the sentence about the one that cannot be understood. */
function readFlags(argv: readonly string[]): Said | string {
  const said: Said = {};
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) return `"${word}" is not a flag. Flags begin with "--"; --help lists them.`;
    if (!isName(name)) {
      const meant = nearest(name, names);
      return `There is no flag --${name}. ${meant ? `Did you mean --${meant}?` : '--help lists them all.'}`;
    }
    const { takes } = flags[name];
    if (!takes) {
      if (value !== undefined) return `--${name} is a switch and takes no value: write just --${name}.`;
      said[name] = '1';
      continue;
    }
    const next = value ?? argv[++at];
    if (!next || (value === undefined && next.startsWith('--')))
      return `--${name} needs a value: write --${name} ${takes}.`;
    said[name] = next;
  }
  return said;
}

/** The same for the environment. */
function readEnvironment(env: NodeJS.ProcessEnv): Said | string {
  const said: Said = {};
  for (const name of names) {
    const value = env[variable(name)];
    if (!value || name === 'help') continue;
    if (flags[name].takes) said[name] = value;
    else if (/^(1|true|yes|on)$/i.test(value)) said[name] = '1';
    else if (!/^(0|false|no|off)$/i.test(value))
      return `${variable(name)} is "${value}", but it is a switch: set it to 1 or to 0.`;
  }
  return said;
}

/** Reads flags and environment; looks at no disk and opens no port. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const flagged = readFlags(argv);
  if (typeof flagged === 'string') return { problem: flagged };
  if (flagged.help) return { help: help() };
  const surrounding = readEnvironment(env);
  if (typeof surrounding === 'string') return { problem: surrounding };

  const said = { ...surrounding, ...flagged };
  const { port = '8181', host, cert, key, data = '.data', mine, turn: url, 'turn-secret': secret } = said;
  const allow = said.allow?.toLowerCase().split(/[\s,]+/);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    return { problem: `"${port}" is not a port. A port is a number from 0 to 65535, as in --port 8181.` };
  const keep = said['keep-days'] ?? '30';
  if (!/^\d{1,4}$/.test(keep) || keep === '0')
    return { problem: `"${keep}" is not a number of days. Workshops are kept for at least one, as in --keep-days 30.` };
  const noHost = allow?.find((name) => !/^[a-z\d-]+(\.[a-z\d-]+)*$/.test(name));
  if (noHost !== undefined)
    return {
      problem: `"${noHost}" is not the name of a host. Leave out scheme and port, as in --allow trickle.example.org.`,
    };
  if (said.lan && host) return { problem: `--lan listens on every address of this machine: leave out --host ${host}.` };
  if (!cert !== !key)
    return { problem: `A certificate and its key belong together: add --${cert ? 'key' : 'cert'} FILE as well.` };
  if (!url !== !secret)
    return {
      problem: `A relay and its secret belong together: add --${url ? 'turn-secret TEXT' : 'turn URL'} as well.`,
    };
  if (url && !/^turns?:(\[[\da-f:.]+\]|[^\s:/?@]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/i.test(url))
    return {
      problem: `"${url}" is no address of a relay. It looks like turn:example.org:3478 or turns:example.org:5349.`,
    };

  const lan = Boolean(said.lan);
  const https = Boolean(lan || said.https || cert);
  const turn = url && secret ? { url, secret } : undefined;
  const where = { port: Number(port), host: lan ? '::' : (host ?? 'localhost'), lan, https };
  return {
    run: {
      ...where,
      cert,
      key,
      data,
      keepDays: Number(keep),
      mine,
      allow,
      turn,
      logDetails: Boolean(said['log-details']),
    },
  };
}
