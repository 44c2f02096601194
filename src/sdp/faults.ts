import { readCandidate } from './candidate.ts';
import type { Description, Line, Section } from './description.ts';
import { attribute, attributes, codecOf, has, mediaOf } from './section.ts';
import { table } from './table.ts';

/** Something that a browser would refuse, or that would keep a call from coming about. */
export type Fault = { line?: number; what: string; remedy: string };

export const faultsOf = (description: Description): Fault[] => [
  ...beginning(description),
  ...description.lines.flatMap((line) => faultOf(line)),
  ...ending(description),
  ...names(description),
  ...description.media.flatMap((section) => [...formats(section), ...missing(section, description)]),
];

function beginning({ lines }: Description): Fault[] {
  if (lines.length === 0) return [{ what: 'There is no line in it.', remedy: 'Paste a whole description.' }];
  if (lines[0]!.text === 'v=0') return [];
  return [
    { line: lines[0]!.number, what: 'A description begins with v=0.', remedy: 'Look whether its beginning was lost.' },
  ];
}

function ending({ lines }: Description): Fault[] {
  const last = lines.at(-1);
  if (last?.end !== '') return [];
  const what = 'The last line has no end: often the text was cut off there. Chromium refuses it, Firefox does not.';
  return [
    {
      line: last.number,
      what,
      remedy: 'Copy it again to its end; every line ends with a line break, the last one too.',
    },
  ];
}

function faultOf(line: Line): Fault[] {
  const fault = whatIsWrong(line);
  return fault ? [{ line: line.number, ...fault }] : [];
}

type Wrong = { what: string; remedy: string } | undefined;

function whatIsWrong({ letter, text, value, name, argument = '' }: Line): Wrong {
  if (letter === undefined) {
    const remedy = 'A line is a small letter, an equals sign and what it says: a=sendrecv.';
    return { what: text.trim() === '' ? 'An empty line.' : 'This is no line of SDP.', remedy };
  }
  if (letter === 'm' && value.split(' ').filter(Boolean).length < 4) {
    return {
      what: 'The section does not say what it is.',
      remedy: 'It takes m=, the kind, a port, a protocol, and at least one format.',
    };
  }
  if (name === 'candidate' && !readCandidate(argument)) {
    const remedy =
      'It is foundation, component, transport, priority, address, port, typ and type, with spaces in between.';
    return { what: 'The candidate cannot be read.', remedy };
  }
  if (name === 'fingerprint') return fingerprint(argument);
  if (name === 'ice-ufrag' && !/^[\w+/-]{4,256}$/.test(argument)) {
    return { what: 'A user name for ICE has 4 to 256 letters, digits, + or /.', remedy: 'Copy the line again.' };
  }
  if (name === 'ice-pwd' && !/^[\w+/-]{22,256}$/.test(argument)) {
    return { what: 'A password for ICE has 22 to 256 letters, digits, + or /.', remedy: 'Copy the line again.' };
  }
  return undefined;
}

const bytesOf = table({ 'sha-1': 20, 'sha-224': 28, 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 });

function fingerprint(argument: string): Wrong {
  const [hash = '', digest = ''] = argument.split(' ');
  const bytes = bytesOf.get(hash.toLowerCase());
  if (bytes === undefined)
    return { what: `No browser knows the hash function “${hash}”.`, remedy: 'sha-256 is what they use.' };
  if (/^[0-9a-f]{2}(:[0-9a-f]{2})*$/i.test(digest) && digest.split(':').length === bytes) return undefined;
  return {
    what: `A fingerprint by ${hash} has ${bytes} bytes, each as two hexadecimal digits, with colons in between.`,
    remedy: 'Copy the line again.',
  };
}

function names({ media, session }: Description): Fault[] {
  const mids = media.flatMap((section) => attributes(section, 'mid'));
  const twice = mids.filter(({ argument }, index) => mids.findIndex((other) => other.argument === argument) < index);
  const unknown = attributes(session, 'group').flatMap(({ number, argument = '' }) =>
    argument
      .split(' ')
      .slice(1)
      .filter((mid) => !mids.some((line) => line.argument === mid))
      .map((mid) => ({
        line: number,
        what: `The group names “${mid}”, and no section is called so.`,
        remedy: 'Take it out, or give the section back its a=mid.',
      })),
  );
  return [
    ...twice.map(({ number, argument }) => ({
      line: number,
      what: `Two sections are called “${argument}”.`,
      remedy: 'Each section needs a name of its own.',
    })),
    ...unknown,
  ];
}

const firstDynamic = 96;

function formats(section: Section): Fault[] {
  const media = mediaOf(section);
  if (!media?.protocol.includes('RTP')) return [];
  return media.formats
    .filter((type) => Number(type) >= firstDynamic && !codecOf(section, type))
    .map((type) => ({
      line: section.media!.number,
      what: `Payload type ${type} is offered, and no a=rtpmap says what it stands for.`,
      remedy: 'Add its a=rtpmap, or take the number out of the list.',
    }));
}

const needed = [
  ['ice-ufrag', 'a user name for ICE: the checks between the two sides cannot be signed'],
  ['ice-pwd', 'a password for ICE: the checks between the two sides cannot be signed'],
  ['fingerprint', 'a fingerprint: nobody could know whom they are encrypting for'],
] as const;

/** What every section needs that takes part, be it said for itself, for all, or by the section that carries its bundle. */
function missing(section: Section, { session, media }: Description): Fault[] {
  const { port, protocol } = mediaOf(section) ?? {};
  const isUsed = port !== '0' && /TLS|SAVP/.test(protocol ?? '');
  if (!isUsed) return [];
  const carrier = bundleCarrier(section, session, media);
  return needed
    .filter(([name]) => ![section, session, carrier].some((place) => place && has(place, name)))
    .map(([name, what]) => ({
      line: section.media!.number,
      what: `The section lacks ${what}.`,
      remedy: `Give it back its a=${name}.`,
    }));
}

function bundleCarrier(section: Section, session: Section, media: readonly Section[]): Section | undefined {
  const mid = attribute(section, 'mid');
  const group = attributes(session, 'group')
    .map(({ argument = '' }) => argument.split(' '))
    .find(([kind, ...mids]) => kind === 'BUNDLE' && mid !== undefined && mids.includes(mid));
  return group && media.find((other) => attribute(other, 'mid') === group[1]);
}
