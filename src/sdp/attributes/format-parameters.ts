import type { Section } from '../description.ts';
import { parameters, spoken } from '../section.ts';
import { table } from '../table.ts';
import { type Part, type Place, rfc, type Telling } from '../telling.ts';

type Say = (value: string, section: Section) => string;
type Parameters = { place: Place; says: string; known: ReadonlyMap<string, Say> };

const yesOrNo = (yes: string, no: string) => (value: string) => (value === '0' ? no : yes);
const many = (number: string) => Number(number).toLocaleString('en');

const opus = table<Say>({
  minptime: (ms) => `packets hold at least ${ms} ms of sound`,
  useinbandfec: yesOrNo('each packet helps to mend the one before it', 'no mending of lost packets'),
  usedtx: yesOrNo('silence need not be sent', 'silence is sent like sound'),
  stereo: yesOrNo('two channels are welcome', 'one channel is enough'),
  'sprop-stereo': yesOrNo('two channels will probably be sent', 'one channel will probably be sent'),
  maxplaybackrate: (hertz) => `this side plays no more than ${many(hertz)} Hz`,
  'sprop-maxcapturerate': (hertz) => `this side records no more than ${many(hertz)} Hz`,
  maxaveragebitrate: (bits) => `at most ${many(bits)} bits a second`,
  cbr: yesOrNo('a constant bit rate', 'the bit rate may vary'),
});

const h264 = table<Say>({
  'profile-level-id': profileAndLevel,
  'packetization-mode': (mode) =>
    mode === '1' ? 'a picture may be spread over many packets' : 'each piece of a picture fits in one packet',
  'level-asymmetry-allowed': yesOrNo('each direction may have a level of its own', 'both directions have one level'),
  'max-fs': (blocks) => `at most ${blocks} macroblocks a picture`,
  'max-mbps': (blocks) => `at most ${blocks} macroblocks a second`,
  'sprop-parameter-sets': () => 'what a decoder must know beforehand, in base64',
});

const profiles = table({ '42': 'Baseline', '4d': 'Main', '58': 'Extended', '64': 'High' });

function profileAndLevel(id: string): string {
  const profile = profiles.get(id.slice(0, 2).toLowerCase());
  const level = Number.parseInt(id.slice(4, 6), 16) / 10;
  if (!profile || !level) return 'profile and level';
  const isConstrained = profile === 'Baseline' && (Number.parseInt(id.slice(2, 4), 16) & 0x40) !== 0;
  return `${isConstrained ? 'Constrained ' : ''}${profile} profile, level ${level.toFixed(1)}`;
}

const frames: Readonly<Record<string, Say>> = {
  'max-fs': (blocks) => `at most ${blocks} blocks of 16 × 16 pixels a picture`,
  'max-fr': (rate) => `at most ${rate} pictures a second`,
};

const vp9 = table<Say>({
  ...frames,
  'profile-id': (profile) =>
    profile === '0' ? 'profile 0: 8 bits a colour' : `profile ${profile}: more colours, or finer ones`,
});

const av1Profiles = ['main', 'high', 'professional'];
const av1 = table<Say>({
  'level-idx': (level) => `level ${2 + Math.floor(Number(level) / 4)}.${Number(level) % 4}: how big and how fast`,
  profile: (profile) => `${av1Profiles[Number(profile)] ?? profile} profile`,
  tier: yesOrNo('high tier', 'main tier'),
});

const h265 = table<Say>({
  'level-id': (level) => `level ${(Number(level) / 30).toFixed(1)}`,
  'profile-id': (profile) => (profile === '1' ? 'main profile' : `profile ${profile}`),
  'tier-flag': yesOrNo('high tier', 'main tier'),
  'tx-mode': (mode) => `transmission mode ${mode}`,
});

const rtx = table<Say>({
  apt: (type, section) => `of ${spoken(section, type)}`,
  'rtx-time': (ms) => `kept for ${ms} ms`,
});

const flexfec = table<Say>({
  'repair-window': (microseconds) => `from packets of the last ${Number(microseconds) / 1000} ms`,
});

const av1Parameters = {
  title: 'RTP Payload Format For AV1, section 7.2',
  url: 'https://aomediacodec.github.io/av1-rtp-spec/#72-sdp-parameters',
};

const byCodec = table<Parameters>({
  opus: { place: rfc(7587, '6.1'), says: 'What this side would like to receive of Opus.', known: opus },
  h264: { place: rfc(6184, '8.1'), says: 'Which H.264 this side understands.', known: h264 },
  vp8: { place: rfc(7741, '6.1'), says: 'How much VP8 this side can decode.', known: table(frames) },
  vp9: { place: rfc(9628, '6'), says: 'Which VP9 this side understands.', known: vp9 },
  av1: { place: av1Parameters, says: 'Which AV1 this side understands.', known: av1 },
  h265: { place: rfc(7798, '7.1'), says: 'Which H.265 this side understands.', known: h265 },
  rtx: { place: rfc(4588, '8.6'), says: 'Whose lost packets are sent again under this number.', known: rtx },
  'flexfec-03': { place: rfc(8627, '5.1'), says: 'How lost packets can be made again.', known: flexfec },
});
const otherCodec: Parameters = { place: rfc(8866, '6.15'), says: 'Parameters of this codec.', known: new Map() };

/** Explains what stands behind `fmtp:<payload type> `. */
export function tellParameters(codec: string, text: string, section: Section): Omit<Telling, 'about'> {
  const name = codec.toLowerCase();
  if (name === 'red') return redundancy(text, section);
  if (name === 'telephone-event') {
    return {
      says: `The keys that this side understands: ${text}, 0–9 for digits, 10 for *, 11 for #, 12–15 for A–D.`,
      place: rfc(4733, '2.4.1'),
    };
  }
  const { known, says, place } = byCodec.get(name) ?? otherCodec;
  const found = parameters(text);
  return {
    says,
    place,
    parts: found.map(
      ([name, value]): Part => ({
        text: value === undefined ? name : `${name}=${value}`,
        means: known.get(name)?.(value ?? '', section) ?? 'a parameter that this page does not know',
      }),
    ),
    ...(found.some(([name]) => !known.has(name)) && { isGeneral: true as const }),
  };
}

function redundancy(text: string, section: Section): Omit<Telling, 'about'> {
  const [first, ...others] = text.split('/').map((type) => spoken(section, type));
  return {
    says: `Each packet holds ${first}, and ${others.length === 1 ? 'once more' : `${others.length} times more`} what came before: ${others.join(', ')}.`,
    place: rfc(2198, '5'),
  };
}
