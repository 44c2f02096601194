import { mediaOf, spoken } from './section.ts';
import { table } from './table.ts';
import { parts, rfc, type Telling, type Told } from './telling.ts';

type Letter = (value: string, told: Told) => Telling;

/** What a line says that is no attribute, by its letter. */
export const letters = table<Letter>({
  v: (version) => ({
    about: 'The version of SDP',
    says: version === '0' ? 'There has never been another.' : `It must be 0, and is ${version}.`,
    place: rfc(8866, '5.1'),
  }),
  o: (value) => {
    const words = value.split(' ');
    return {
      about: 'Who wrote it, and which edition this is',
      says: `Session ${words[1]}, edition ${words[2]}: the number grows each time the description changes.`,
      parts: parts(
        [
          'a user name, or a dash',
          'the number of the session',
          'the edition',
          'a network',
          'its kind of address',
          'an address that nobody uses',
        ],
        words,
      ),
      place: rfc(9429, '5.2.1'),
    };
  },
  s: (title) => ({
    about: 'The title',
    says: title === '-' ? 'A dash: a call has none.' : `It is called “${title}”. Nobody’s browser shows it.`,
    place: rfc(8866, '5.3'),
  }),
  i: () => ({ about: 'A description for people', says: 'Nobody’s browser shows it.', place: rfc(8866, '5.4') }),
  u: () => ({ about: 'A page about it', says: 'An address where more can be read.', place: rfc(8866, '5.5') }),
  e: () => ({ about: 'An email address', says: 'Whom to write to.', place: rfc(8866, '5.6') }),
  p: () => ({ about: 'A telephone number', says: 'Whom to call.', place: rfc(8866, '5.6') }),
  c: (value) => ({
    about: 'An address for the media',
    says: /0\.0\.0\.0|^IN IP6 ::$/.test(value)
      ? 'None: where the media goes is a matter of the candidates.'
      : 'The candidate that would be tried without ICE. Whoever speaks ICE goes by the candidates.',
    parts: parts(['the internet', 'its kind of address', 'the address'], value.split(' ')),
    place: rfc(9429, '5.2.1'),
  }),
  b: (value) => ({
    about: 'How much bandwidth',
    says: bandwidth(value) ?? `A limit of a kind that this page does not know: ${value}.`,
    place: rfc(8866, '5.8'),
    ...(!bandwidth(value) && { isGeneral: true as const }),
  }),
  t: (value) => ({
    about: 'When it takes place',
    says: value === '0 0' ? 'At any time: twice 0.' : 'From one moment to another, in seconds since 1900.',
    place: rfc(8866, '5.9'),
  }),
  r: () => ({ about: 'How often it is repeated', says: 'As for a broadcast.', place: rfc(8866, '5.10') }),
  z: () => ({ about: 'Time zones', says: 'When the clocks change between repetitions.', place: rfc(8866, '5.11') }),
  k: () => ({
    about: 'A key',
    says: 'Obsolete, and never to be used: it would be read by everybody.',
    place: rfc(8866, '5.12'),
  }),
  m: tellMedia,
});

function bandwidth(value: string): string | undefined {
  const [kind, amount] = value.split(':');
  const number = Number(amount).toLocaleString('en');
  if (kind === 'AS') return `At most ${number} kilobits a second, headers included.`;
  if (kind === 'TIAS') return `At most ${number} bits a second, headers not counted.`;
  if (kind === 'RS' || kind === 'RR')
    return `${number} bits a second for the reports of ${kind === 'RS' ? 'senders' : 'receivers'}.`;
  return kind === 'CT' ? `At most ${number} kilobits a second for all of it.` : undefined;
}

const protocols = table({
  'UDP/TLS/RTP/SAVPF': 'RTP, encrypted with keys from a DTLS handshake, with fast feedback',
  'TCP/TLS/RTP/SAVPF': 'the same as UDP/TLS/RTP/SAVPF, over TCP',
  'RTP/SAVPF': 'encrypted RTP with fast feedback, in the older spelling',
  'RTP/SAVP': 'encrypted RTP',
  'RTP/AVPF': 'RTP with fast feedback, not encrypted',
  'RTP/AVP': 'plain RTP, not encrypted: no browser takes it',
  'UDP/DTLS/SCTP': 'data channels: SCTP within DTLS over UDP',
  'TCP/DTLS/SCTP': 'data channels: SCTP within DTLS over TCP',
  'DTLS/SCTP': 'data channels, in the older spelling',
});

function tellMedia(_: string, { section }: Told): Telling {
  const { kind, port, protocol, formats } = mediaOf(section)!;
  const isRefused = port === '0' && !section.lines.some(({ name }) => name === 'bundle-only');
  const what = protocol.includes('SCTP')
    ? 'Data channels'
    : `${kind[0]?.toUpperCase()}${kind.slice(1)}, in order of preference: ${formats.map((type) => spoken(section, type)).join(', ')}`;
  return {
    about: isRefused ? 'A section that was refused' : 'Here a section begins',
    says: isRefused ? 'Port 0 says: not this one. The section stays in its place, for the order counts.' : `${what}.`,
    parts: parts(
      [
        'what it is',
        port === '9' ? 'port 9: not known yet, the candidates tell' : 'the port of the candidate that is the default',
        protocols.get(protocol) ?? 'the protocol',
        runs(protocol),
      ],
      [kind, port, protocol, formats.join(' ')],
    ),
    place: rfc(8866, '5.14'),
    ...(!protocols.has(protocol) && { isGeneral: true as const }),
  };
}

/** What the end of the line holds. */
function runs(protocol: string): string {
  if (protocol === 'DTLS/SCTP') return 'the port of SCTP; what runs over it, a=sctpmap says';
  return protocol.includes('SCTP') ? 'what runs over it' : 'the payload types, the best first';
}
