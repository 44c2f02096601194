import { table } from './table.ts';
export type Candidate = {
  foundation: string;
  component: string;
  transport: string;
  priority: number;
  address: string;
  port: string;
  type: string;
  /** What stands behind the type, in pairs: `raddr`, `rport`, `tcptype`, `ufrag`, `generation` … */
  rest: [name: string, value: string][];
};

/** Reads a candidate as browsers write it, with or without `candidate:` or `a=candidate:` in front. */
export function readCandidate(text: string): Candidate | undefined {
  const words = text
    .trim()
    .replace(/^(a=)?candidate:/, '')
    .split(/ +/);
  const [foundation, component, transport, priority, address, port, typ, type, ...rest] = words;
  if (typ !== 'typ' || !type || !/^\d+$/.test(priority!)) return undefined;
  const pairs = rest.flatMap((name, index) => (index % 2 ? [] : [[name, rest[index + 1] ?? ''] as [string, string]]));
  return {
    foundation: foundation!,
    component: component!,
    transport: transport!,
    priority: Number(priority),
    address: address!,
    port: port!,
    type,
    rest: pairs,
  };
}

export type Priority = { typePreference: number; localPreference: number; component: number };

/** RFC 8445, section 5.1.2.1: 2^24 · type preference + 2^8 · local preference + (256 − component). */
export const takeApart = (priority: number): Priority => ({
  typePreference: Math.floor(priority / 2 ** 24),
  localPreference: Math.floor(priority / 2 ** 8) % 2 ** 16,
  component: 256 - (priority % 2 ** 8),
});

export const putTogether = ({ typePreference, localPreference, component }: Priority): number =>
  2 ** 24 * typePreference + 2 ** 8 * localPreference + (256 - component);

export const typeMeanings = table({
  host: 'an address of this very machine',
  srflx: 'the address under which a STUN server saw it: what a NAT made of it',
  prflx: 'an address that the other side saw during the connectivity checks',
  relay: 'an address on a TURN server, which passes everything on',
});
