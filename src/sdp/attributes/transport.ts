import { table } from '../table.ts';
import { parts, rfc, type Tell } from '../telling.ts';

const setups = table({
  actpass: 'Either side may begin the DTLS handshake: the answer decides. Every offer says so.',
  active: 'This side begins the DTLS handshake.',
  passive: 'This side waits for the other one to begin the DTLS handshake.',
  holdconn: 'No connection is to be made for now.',
});

export const transport: Readonly<Record<string, Tell>> = {
  fingerprint: (argument) => {
    const [hash = '', digest = ''] = argument.split(' ');
    return {
      about: 'The fingerprint of this side’s certificate',
      says: 'In the DTLS handshake the other side must show the certificate that this belongs to, or the connection fails. Whoever can change this line on its way can sit in between.',
      parts: parts(['the hash function', 'the certificate, hashed'], [hash, digest]),
      place: rfc(8122, '5'),
    };
  },
  setup: (role) => ({
    about: 'Who begins the encryption',
    says: setups.get(role) ?? `A role that DTLS does not know: ${role}.`,
    place: rfc(5763, '5'),
    ...(!setups.has(role) && { isGeneral: true as const }),
  }),
  connection: (value) => ({
    about: 'A new transport, or the old one',
    says: value === 'new' ? 'A new connection is to be made.' : 'The connection that exists is to be used again.',
    place: rfc(4145, '5'),
  }),
  'tls-id': () => ({
    about: 'The name of this DTLS association',
    says: 'Another one means: make the handshake anew.',
    place: rfc(8842, '4'),
  }),
  rtcp: (argument) => ({
    about: 'Where reports would go',
    says: argument.startsWith('9 ')
      ? 'RTCP would have a port of its own here. 9 stands for none: with ICE nobody reads this line.'
      : `RTCP without rtcp-mux would go to port ${argument.split(' ')[0]}. With ICE nobody reads this line.`,
    place: rfc(3605, '2.1'),
  }),
  'rtcp-mux': () => ({
    about: 'Media and reports share a port',
    says: 'RTP and RTCP travel over one pair of candidates instead of two. WebRTC demands it.',
    place: rfc(5761, '5.1.1'),
  }),
  'rtcp-mux-only': () => ({
    about: 'Nothing but one port',
    says: 'This side cannot do without rtcp-mux, and has no second port at all.',
    place: rfc(8858, '3'),
  }),
  'rtcp-rsize': () => ({
    about: 'Short reports are welcome',
    says: 'RTCP may send a lone feedback message without the full report around it.',
    place: rfc(5506, '5'),
  }),
  crypto: () => ({
    about: 'A key in the open',
    says: 'The key of the media, written into the description: SDES. Browsers refuse it, for whoever carries the description could listen.',
    place: rfc(4568, '9.1'),
  }),
  'sctp-port': (port) => ({
    about: 'The port of the data channels',
    says: `SCTP runs inside DTLS, so this is no port of the network; it is ${port} by custom.`,
    place: rfc(8841, '5'),
  }),
  sctpmap: (argument) => ({
    about: 'Data channels, as they used to be announced',
    says: `The older form of sctp-port: port ${argument.split(' ')[0]}, and how many streams at most.`,
    parts: parts(['the SCTP port', 'what runs over it', 'the number of streams'], argument.split(' ')),
    place: {
      title: 'draft-ietf-mmusic-sctp-sdp-05',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-mmusic-sctp-sdp-05',
    },
  }),
  'max-message-size': (bytes) => ({
    about: 'The biggest message on a data channel',
    says:
      bytes === '0'
        ? 'This side takes messages of any size.'
        : `This side takes messages of up to ${Number(bytes).toLocaleString('en')} bytes; send() refuses what is bigger.`,
    place: rfc(8841, '6'),
  }),
  dcmap: () => ({
    about: 'A data channel, agreed on in the description',
    says: 'Its stream, label and reliability, for whoever does without the announcement inside the channel.',
    place: rfc(8864, '5.1'),
  }),
};
