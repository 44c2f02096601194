import { codecOf, spoken } from '../section.ts';
import { table } from '../table.ts';
import { parts, rfc, type Tell } from '../telling.ts';
import { feedback } from './feedback.ts';
import { tellParameters } from './format-parameters.ts';

const milliseconds: Readonly<Record<string, string>> = {
  ptime: 'of sound in each packet, if it can be had',
  maxptime: 'of sound in one packet at most',
};

const packetTime =
  (name: 'ptime' | 'maxptime'): Tell =>
  (ms) => ({
    about: 'How much sound goes into a packet',
    says: `${ms} ms ${milliseconds[name]}.`,
    place: rfc(8866, name === 'ptime' ? '6.4' : '6.5'),
  });

export const codecs: Readonly<Record<string, Tell>> = {
  rtpmap: (argument, { section }) => {
    const [type = '', what = ''] = argument.split(' ');
    const codec = codecOf(section, type);
    const { name = '', clock = '', channels } = codec ?? {};
    return {
      about: `What ${type} stands for`,
      says: `${nature(name)} Packets that bear the number ${type} hold it; its clock ticks ${Number(clock).toLocaleString('en')} times a second.`,
      parts: parts(
        [
          'the payload type: a number for this description only',
          `the codec${channels ? ', its clock and its channels' : ' and its clock'}`,
        ],
        [type, what],
      ),
      place: rfc(8866, '6.6'),
      ...(!natures.has(name.toLowerCase()) && { isGeneral: true as const }),
    };
  },
  fmtp: (argument, { section }) => {
    const at = argument.indexOf(' ');
    const [type, rest] = at < 0 ? [argument, ''] : [argument.slice(0, at), argument.slice(at + 1)];
    const codec = codecOf(section, type);
    return {
      about: `How ${spoken(section, type)} is to be used`,
      ...tellParameters(codec?.name ?? '', rest, section),
    };
  },
  'rtcp-fb': (argument, { section }) => {
    const [type = '', ...words] = argument.split(' ');
    const wish = words.join(' ');
    const known = feedback.get(wish);
    const whom = type === '*' ? 'every codec' : spoken(section, type);
    return {
      about: `What the receiver of ${whom} may ask for`,
      says: known?.says ?? `A kind of feedback: ${wish}.`,
      parts: parts(['the payload type that it is for', 'the kind of feedback'], [type, wish]),
      place: known?.place ?? rfc(4585, '4.2'),
      ...(!known && { isGeneral: true as const }),
    };
  },
  ptime: packetTime('ptime'),
  maxptime: packetTime('maxptime'),
  'rtcp-xr': (argument) => ({
    about: 'Extended reports',
    says: argument.startsWith('rcvr-rtt')
      ? 'The receiver too may ask for the round-trip time.'
      : `More can be reported: ${argument || 'nothing yet'}.`,
    place: rfc(3611, '5.1'),
    ...(!argument.startsWith('rcvr-rtt') && { isGeneral: true as const }),
  }),
  framerate: (rate) => ({
    about: 'The frame rate at most',
    says: `${rate} pictures a second. WebRTC rather agrees on this in the codec’s own parameters.`,
    place: rfc(8866, '6.13'),
  }),
  imageattr: (argument, { section }) => ({
    about: 'Which picture sizes are wanted',
    says: `The sizes that ${spoken(section, argument.split(' ')[0] ?? '')} may be sent and received in.`,
    place: rfc(6236, '3'),
  }),
  quality: (value) => ({
    about: 'Smooth or sharp',
    says: `From 0 (move smoothly) to 10 (stay sharp): ${value}.`,
    place: rfc(8866, '6.14'),
  }),
};

const natures = table({
  opus: 'Opus, the sound that every browser speaks: from narrow speech to music.',
  g722: 'G.722, speech of the telephone, somewhat wider. Its clock says 8,000 for historical reasons; it samples twice as often.',
  pcmu: 'The sound of American and Japanese telephones (µ-law), nothing compressed.',
  pcma: 'The sound of the telephones of the rest of the world (A-law), nothing compressed.',
  cn: 'Comfort noise, instead of silence.',
  isac: 'iSAC, a speech codec that Chromium has given up.',
  ilbc: 'iLBC, a speech codec that stands a lossy network.',
  'telephone-event': 'The keys of a telephone (DTMF), sent as names, not as tones.',
  red: 'Redundancy: each packet repeats what the last ones held.',
  vp8: 'VP8, a video codec that every browser speaks.',
  vp9: 'VP9, the video codec after VP8.',
  h264: 'H.264, a video codec that much hardware helps with, and that every browser must speak.',
  h265: 'H.265, the video codec after H.264.',
  av1: 'AV1, the video codec that costs the most work and the fewest bits.',
  rtx: 'Retransmission: lost packets of another payload type are sent again under this one.',
  ulpfec: 'Forward error correction: some lost packets can be made again from others.',
  flexfec: 'Forward error correction of the flexible kind.',
  'flexfec-03': 'Forward error correction of the flexible kind, in a draft of it.',
  l16: 'Sound as it is, 16 bits a sample.',
});

const nature = (name: string) => natures.get(name.toLowerCase()) ?? `The codec ${name || 'without a name'}.`;
