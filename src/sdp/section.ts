import type { Line, Section } from './description.ts';
import { table } from './table.ts';

/** The attributes of a section that bear this name, in their order. */
export const attributes = ({ lines }: Section, name: string): Line[] => lines.filter((line) => line.name === name);

/** What the first attribute of this name says. */
export const attribute = (section: Section, name: string): string | undefined =>
  section.lines.find((line) => line.name === name)?.argument;

export const has = ({ lines }: Section, name: string): boolean => lines.some((line) => line.name === name);

export type Media = { kind: string; port: string; protocol: string; formats: string[] };

/** The parts of the line that begins the section. */
export function mediaOf({ media }: Section): Media | undefined {
  if (!media) return undefined;
  const [kind = '', port = '', protocol = '', ...formats] = media.value.split(' ').filter(Boolean);
  return { kind, port, protocol, formats };
}

export type Codec = { type: string; name: string; clock: string; channels?: string };

// RFC 3551, section 6: numbers that need no rtpmap. Of them all, browsers use these.
const fixed = table<Omit<Codec, 'type'>>({
  '0': { name: 'PCMU', clock: '8000' },
  '3': { name: 'GSM', clock: '8000' },
  '8': { name: 'PCMA', clock: '8000' },
  '9': { name: 'G722', clock: '8000' },
  '13': { name: 'CN', clock: '8000' },
});

/** What a payload type stands for in this section. */
export function codecOf(section: Section, type: string): Codec | undefined {
  const said = attributes(section, 'rtpmap').find(({ argument }) => argument?.split(' ')[0] === type);
  const [name, clock, channels] = said?.argument?.split(' ')[1]?.split('/') ?? [];
  if (name && clock) return { type, name, clock, ...(channels && { channels }) };
  const known = fixed.get(type);
  return known && { type, ...known };
}

/** A payload type with its codec's name, as people say it. */
export function spoken(section: Section, type: string): string {
  const codec = codecOf(section, type);
  return codec ? `${codec.name} (${type})` : `payload type ${type}`;
}

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;
export type Direction = (typeof directions)[number];

/** Without a word of it, a section sends and receives. */
export const directionOf = (section: Section): Direction =>
  directions.find((direction) => has(section, direction)) ?? 'sendrecv';

/** The parameters of a format: `apt=96;x=1` as pairs, and what is no pair under its own name. */
export const parameters = (text: string): [name: string, value: string | undefined][] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
    });
