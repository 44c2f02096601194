import type { Description, Section } from './description.ts';
import { attribute, attributes, codecOf, type Direction, directionOf, mediaOf, parameters } from './section.ts';

/** What became of something that was offered. */
export type Outcome = { what: string; survived: boolean; why: string };

export type ComparedSection = {
  mid: string;
  kind: string;
  /** One sentence: taken, in which direction, or refused. */
  verdict: string;
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

function codecs(offered: Section, answered: Section): Outcome[] {
  const kept = (mediaOf(answered)?.formats ?? []).map((type) => fullName(answered, type));
  return (mediaOf(offered)?.formats ?? [])
    .filter((type) => codecOf(offered, type))
    .map((type) => {
      const name = fullName(offered, type);
      const place = kept.indexOf(name);
      return {
        what: `${name} (${type})`,
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
  const uris = (section: Section) =>
    attributes(section, 'extmap').flatMap(({ argument }) => argument?.split(' ')[1] ?? []);
  const kept = uris(answered);
  return uris(offered).map((uri) => ({
    what: uri,
    survived: kept.includes(uri),
    why: kept.includes(uri)
      ? 'Both put it into their packets.'
      : 'The answer leaves it out: nobody puts it into a packet.',
  }));
}
