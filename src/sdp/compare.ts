import type { Description, Section } from './description.ts';
import { attribute, attributes, codecOf, type Direction, directionOf, mediaOf, parameters } from './section.ts';

/** What became of something that was offered, and what stands for it in the answer. */
export type Outcome = { offered: string; answered?: string; survived: boolean; why: string };

/** What each side says of the same thing. */
export type Said = { offered?: string; answered?: string; why?: string };

export type ComparedSection = {
  mid: string;
  kind: string;
  /** One sentence: taken, in which direction, or refused. */
  verdict: string;
  /** Of the lines that both write for themselves, those by which the two set up their way. */
  said: Said[];
  codecs: Outcome[];
  extensions: Outcome[];
};

/** Holds an answer against its offer, section by section: they have the same ones, in the same order. */
export function compare(offer: Description, answer: Description): ComparedSection[] {
  return offer.media.map((offered, index) => {
    const answered = answer.media[index];
    const { kind = '' } = mediaOf(offered) ?? {};
    return {
      mid: attribute(offered, 'mid') ?? String(index),
      kind,
      verdict: verdict(offered, answered),
      said: said(offered, answered),
      codecs: isTaken(answered) ? codecs(offered, answered) : [],
      extensions: isTaken(answered) ? extensions(offered, answered) : [],
    };
  });
}

const isTaken = (section: Section | undefined): section is Section =>
  section !== undefined && mediaOf(section)?.port !== '0';

const flows: Readonly<Record<Direction, Readonly<Record<Direction, string>>>> = {
  sendrecv: {
    sendrecv: 'Both send, both receive.',
    sendonly: 'Only the answerer sends.',
    recvonly: 'Only the offerer sends.',
    inactive: 'Nobody sends for now.',
  },
  sendonly: {
    recvonly: 'The offerer sends, as offered.',
    inactive: 'Nobody sends: the answerer does not want to receive.',
    sendrecv: impossible('only wanted to send'),
    sendonly: impossible('only wanted to send'),
  },
  recvonly: {
    sendonly: 'The answerer sends, as asked for.',
    inactive: 'Nobody sends: the answerer has nothing to send.',
    sendrecv: impossible('only wanted to receive'),
    recvonly: impossible('only wanted to receive'),
  },
  inactive: {
    inactive: 'Nobody sends, as offered.',
    sendrecv: impossible('wanted nothing to flow'),
    sendonly: impossible('wanted nothing to flow'),
    recvonly: impossible('wanted nothing to flow'),
  },
};

function impossible(wanted: string) {
  return `This cannot be an answer to that offer, whose sender ${wanted}.`;
}

function verdict(offered: Section, answered: Section | undefined): string {
  if (!answered) return 'The answer has no such section. It must have one for each of the offer’s.';
  if (!isTaken(answered)) return 'Refused: the answer gives it port 0.';
  if (mediaOf(offered)?.protocol.includes('SCTP')) return 'Taken: data channels go both ways.';
  return flows[directionOf(offered)][directionOf(answered)];
}

function said(offered: Section, answered: Section | undefined): Said[] {
  const beginnings = { offered: beginning(offered), ...(answered && { answered: beginning(answered) }) };
  if (!isTaken(answered)) return [beginnings];
  const way = { offered: `a=${directionOf(offered)}`, answered: `a=${directionOf(answered)}` };
  const flows = mediaOf(offered)?.protocol.includes('RTP') ? [way] : [];
  return [beginnings, ...flows, ...owns.flatMap(([name, why]) => own(name, offered, answered, why))];
}

const beginning = (section: Section) => `m=${mediaOf(section)?.kind} ${mediaOf(section)?.port}`;

const owns: [name: string, why: (answered: string) => string][] = [
  ['setup', (role) => `The ${role === 'active' ? 'answerer' : 'offerer'} begins the DTLS handshake.`],
  ['ice-ufrag', () => 'Not negotiated: each side has its own.'],
  ['max-message-size', () => 'Not negotiated: each side says what it takes.'],
];

function own(name: string, offered: Section, answered: Section, why: (answered: string) => string): Said[] {
  const [theirs, mine] = [offered, answered].map((section) => attribute(section, name));
  if (theirs === undefined && mine === undefined) return [];
  return [
    {
      ...(theirs !== undefined && { offered: `a=${name}:${theirs}` }),
      ...(mine !== undefined && { answered: `a=${name}:${mine}`, why: why(mine) }),
    },
  ];
}

function codecs(offered: Section, answered: Section): Outcome[] {
  const types = mediaOf(answered)?.formats ?? [];
  const kept = types.map((type) => fullName(answered, type));
  return (mediaOf(offered)?.formats ?? [])
    .filter((type) => codecOf(offered, type))
    .map((type) => {
      const name = fullName(offered, type);
      const place = kept.indexOf(name);
      return {
        offered: `${name} (${type})`,
        ...(place >= 0 && { answered: `${name} (${types[place]})` }),
        survived: place >= 0,
        why:
          place === 0
            ? 'The answerer’s favourite: this is what will be sent to them.'
            : place > 0
              ? 'Both know it: it may be changed to.'
              : 'The answer leaves it out: the answerer does not know it, or does not want it.',
      };
    });
}

/** A codec with what makes it this one and no other: two H264 with different profiles do not understand each other. */
function fullName(section: Section, type: string): string {
  const { name = '', clock = '' } = codecOf(section, type) ?? {};
  const said = attributes(section, 'fmtp').find(({ argument }) => argument?.split(' ')[0] === type);
  const own = parameters(said?.argument?.slice(type.length + 1) ?? '');
  const value = (key: string) => own.find(([parameter]) => parameter === key)?.[1];
  switch (name.toLowerCase()) {
    case 'h264':
      // RFC 6184, section 8.2.2: profile and packetization mode must match; the level may differ.
      return `${name} ${value('profile-level-id')?.slice(0, 4) ?? '42'}, mode ${value('packetization-mode') ?? '0'}`;
    case 'vp9':
      return `${name} profile ${value('profile-id') ?? '0'}`;
    case 'rtx':
      return `${name} of ${retransmitted(section, value('apt') ?? '')}`;
    case 'telephone-event':
    case 'cn':
      return `${name}/${clock}`;
    default:
      return name;
  }
}

/** What an rtx sends again; one that names another rtx, or itself, comes from nobody's browser and is told by its number. */
const retransmitted = (section: Section, type: string) =>
  codecOf(section, type)?.name.toLowerCase() === 'rtx' ? type : fullName(section, type);

function extensions(offered: Section, answered: Section): Outcome[] {
  const named = (section: Section) =>
    attributes(section, 'extmap').map(({ argument = '' }) => argument.split(' ') as [number: string, uri?: string]);
  const kept = new Map(named(answered).map(([number, uri]) => [uri, number]));
  return named(offered).map(([number, uri = '']) => ({
    offered: `${number} ${uri}`,
    ...(kept.has(uri) && { answered: `${kept.get(uri)} ${uri}` }),
    survived: kept.has(uri),
    why: kept.has(uri) ? 'Both put it into their packets.' : 'The answer leaves it out: nobody puts it into a packet.',
  }));
}
