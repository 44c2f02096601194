import type { Line } from '../description.ts';
import { attributes, mediaOf } from '../section.ts';
import { table } from '../table.ts';
import { parts, rfc, type Tell } from '../telling.ts';
import { headerExtensions } from './header-extensions.ts';

const direction =
  (says: string): Tell =>
  (_, { section }) => ({
    about: 'The direction',
    says: section.media ? says : `${says} It stands for every section that says nothing else.`,
    place: rfc(8866, '6.7'),
  });

export const streams: Readonly<Record<string, Tell>> = {
  sendrecv: direction('This side would send and receive.'),
  sendonly: direction('This side would send, and not receive.'),
  recvonly: direction('This side would receive, and not send.'),
  inactive: direction('Nothing flows for now; the section stays, and can be woken.'),
  group: (argument, { description }) => {
    const [kind = '', ...mids] = argument.split(' ');
    const names = mids.map((mid) =>
      nameOf(
        mid,
        description.media.flatMap(({ lines }) => lines),
      ),
    );
    const whom = names.length > 0 ? names.join(', ') : 'none';
    if (kind === 'BUNDLE') {
      return {
        about: 'Sections that share one transport',
        says: `One pair of candidates and one DTLS connection carry all of these: ${whom}.`,
        parts: parts(['the kind of group', 'the sections, by their mid'], [kind, mids.join(' ')]),
        place: rfc(9143, '7'),
      };
    }
    return {
      about: 'Sections that belong together',
      says: `${kind === 'LS' ? 'To be played in step' : `Grouped as ${kind}`}: ${whom}.`,
      place: rfc(5888, '5'),
      ...(kind !== 'LS' && { isGeneral: true as const }),
    };
  },
  mid: (mid, { section }) => ({
    about: 'The name of this section',
    says: `${mediaOf(section)?.kind ?? 'This section'} is called “${mid}”. Candidates, groups and the headers of packets refer to it by that.`,
    place: rfc(5888, '4'),
  }),
  'msid-semantic': (argument) => ({
    about: 'How streams are named',
    says: argument.includes('*')
      ? 'Every msid names a MediaStream of WebRTC.'
      : 'A list of the MediaStreams, from a draft that never became the standard. Nobody reads it any more.',
    place: {
      title: 'draft-alvestrand-rtcweb-msid-02, section 3',
      url: 'https://datatracker.ietf.org/doc/html/draft-alvestrand-rtcweb-msid-02#section-3',
    },
  }),
  msid: (argument) => {
    const [stream = '', track] = argument.split(' ');
    return {
      about: 'Which stream the track belongs to',
      says:
        stream === '-'
          ? 'The track belongs to no stream: ontrack will come with an empty list of streams.'
          : 'On the other side, ontrack groups tracks by this name into one MediaStream.',
      parts: parts(['the id of the stream', 'an id of the track; receivers choose their own'], [stream, track ?? '']),
      place: rfc(8830, '2'),
    };
  },
  ssrc: (argument) => {
    const [ssrc = '', ...words] = argument.split(' ');
    const [name = '', ...rest] = words.join(' ').split(':');
    return {
      about: `Something about the packets of source ${ssrc}`,
      says: sources.get(name) ?? 'A property of this source.',
      parts: parts(
        ['the source: a number that stands in every packet', `its ${name}`],
        [ssrc, [name, ...rest].join(':')],
      ),
      place: rfc(5576, name === 'cname' ? '6.1' : '4.1'),
      ...(!sources.has(name) && { isGeneral: true as const }),
    };
  },
  'ssrc-group': (argument) => {
    const [kind = '', ...sources] = argument.split(' ');
    const says = groups.get(kind)?.(sources);
    return {
      about: 'Sources that belong together',
      says: says ?? `${sources.join(', ')} belong together as ${kind}.`,
      place: rfc(5576, '4.2'),
      ...(!says && { isGeneral: true as const }),
    };
  },
  rid: (argument) => {
    const [rid = '', way = '', ...limits] = argument.split(' ');
    return {
      about: 'One of several sizes of the same picture',
      says: `It is called “${rid}”, and this side would ${way === 'recv' ? 'receive' : 'send'} it${limits.length > 0 ? `, within ${limits.join(' ')}` : ''}.`,
      place: rfc(8851, '4'),
    };
  },
  simulcast: (argument) => ({
    about: 'Several sizes of the same picture at once',
    says: argument
      .replace(/^ /, '')
      .split(/ (?=send|recv)/)
      .map((way) => {
        const [word = '', sizes = ''] = way.split(' ');
        return `This side would ${word === 'recv' ? 'receive' : 'send'}: ${sizes.split(';').join(', ')}.`;
      })
      .join(' '),
    place: rfc(8853, '5.1'),
  }),
  extmap: (argument) => {
    const [head = '', uri = ''] = argument.split(' ');
    const [id = '', way] = head.split('/');
    const known = headerExtensions.get(uri);
    return {
      about: 'Something that stands in the header of each packet',
      says: known
        ? `Under the number ${id}: ${known.says}.${way ? ` For this side: ${way}.` : ''}`
        : `Under the number ${id}, an extension called ${uri}.`,
      parts: parts(['its number in the packet', 'its name'], [head, uri]),
      place: known?.place ?? rfc(8285, '5'),
      ...(!known && { isGeneral: true as const }),
    };
  },
  'extmap-allow-mixed': () => ({
    about: 'Long and short header extensions',
    says: 'Both forms, of one byte and of two, may stand in the packets of one stream.',
    place: rfc(8285, '6'),
  }),
  content: (kind) => ({
    about: 'What it shows',
    says: contents.get(kind) ?? `A kind of its own: ${kind}.`,
    place: rfc(4796, '5'),
    ...(!contents.has(kind) && { isGeneral: true as const }),
  }),
  label: (label) => ({
    about: 'A label for the section',
    says: `Applications may call it “${label}”.`,
    place: rfc(4574, '4'),
  }),
  'bundle-only': () => ({
    about: 'Only within the group',
    says: 'Without BUNDLE this section is refused: it has no transport of its own.',
    place: rfc(9143, '6'),
  }),
  'x-google-flag': (flag) => ({
    about: 'A sign between old versions of Chromium',
    says: flag === 'conference' ? 'It asked for simulcast, before there was a standard.' : `It said: ${flag}.`,
    place: { title: 'libwebrtc', url: 'https://webrtc.googlesource.com/src/+/refs/heads/main/pc/webrtc_sdp.cc' },
    ...(flag !== 'conference' && { isGeneral: true as const }),
  }),
};

const groups = table<(sources: readonly string[]) => string>({
  FID: ([first, ...others]) => `Packets of ${first} that were lost are sent again as ${others.join(', ')}.`,
  SIM: (sources) => `The same picture in several sizes: ${sources.join(', ')}. Simulcast as it was before rid.`,
  FEC: ([first, ...others]) => `Lost packets of ${first} can be made again from ${others.join(', ')}.`,
  'FEC-FR': ([first, ...others]) => `Lost packets of ${first} can be made again from ${others.join(', ')}.`,
});

const contents = table({
  slides: 'Slides, or a screen.',
  speaker: 'Whoever speaks.',
  sl: 'Sign language.',
  main: 'The main picture.',
  alt: 'Another one beside the main picture.',
});

const sources = table({
  cname: 'The name of whoever sends: streams that bear the same one can be kept in step.',
  msid: 'The stream and the track that it belongs to, as Plan B told it; a=msid has taken its place.',
  mslabel: 'The stream that it belongs to, in the oldest form.',
  label: 'The track that it belongs to, in the oldest form.',
});

const nameOf = (mid: string, lines: readonly Line[]) =>
  lines.some((line) => line.name === 'mid' && line.argument === mid)
    ? `“${mid}”`
    : `“${mid}” (no section is called so)`;

/** Whether a section tells of streams as Plan B did: several sources in one section, each with a stream of its own. */
export const isPlanB = (section: Parameters<typeof attributes>[0]): boolean =>
  new Set(attributes(section, 'ssrc').flatMap(({ argument }) => argument?.match(/ msid:(.*)$/)?.[1] ?? [])).size > 1;
