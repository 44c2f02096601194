/** A term of art: what it is called in a text, what it means, and the lesson that explains it. */
export type Term = {
  /** As it stands behind the `#` of the glossary. */
  slug: string;
  term: string;
  means: string;
  lesson?: string;
  /** How a lesson says it. A word that is also an everyday one is a term only in company. */
  said: RegExp;
};

const noun = String.raw`(?<=\b(?:an?|the|each|every|one|her|his|your|their|its|whose|Alice[’']s|Bob[’']s) )`;

export const glossary: readonly Term[] = [
  {
    slug: 'answer',
    term: 'answer',
    means: 'The description with which one side agrees to an offer: what of it is wanted, and how.',
    lesson: 'connecting/signaling',
    said: new RegExp(`${noun}answers?\\b`),
  },
  {
    slug: 'candidate',
    term: 'candidate',
    means: 'An address at which one side can perhaps be reached, with its kind and its priority.',
    lesson: 'connecting/signaling',
    said: /\b(?:ICE )?candidates?\b/,
  },
  {
    slug: 'carrier',
    term: 'carrier',
    means: 'Whatever takes signaling messages from one side to the other: a server, a chat, a piece of paper.',
    lesson: 'connecting/signaling',
    said: /\bcarriers?\b/,
  },
  {
    slug: 'codec',
    term: 'codec',
    means: 'A way of writing picture or sound in few bits, and of reading it again: VP8, H.264, AV1, Opus.',
    said: /\bcodecs?\b/,
  },
  {
    slug: 'constraint',
    term: 'constraint',
    means: 'What a page asks of a device: as a wish (a bare value or ideal), or as a demand (exact, min, max).',
    lesson: 'media/constraints',
    said: /\bconstraints?\b/,
  },
  {
    slug: 'data-channel',
    term: 'data channel',
    means: 'A way for messages of one’s own, text or bytes, within a connection, beside picture and sound.',
    lesson: 'start/what-is-webrtc',
    said: /\bdata channels?\b/,
  },
  {
    slug: 'dtls',
    term: 'DTLS',
    means: 'TLS for datagrams: the handshake by which two browsers prove who they are and agree on keys.',
    said: /\bDTLS\b/,
  },
  {
    slug: 'fingerprint',
    term: 'fingerprint',
    means: 'The hash of a certificate, sent ahead by signaling, by which the other side recognizes it.',
    lesson: 'start/what-is-webrtc',
    said: /\bfingerprints?\b/,
  },
  {
    slug: 'ice',
    term: 'ICE',
    means:
      'Interactive Connectivity Establishment: both sides collect addresses, try them in pairs, and keep the best that works.',
    said: /\bICE\b/,
  },
  {
    slug: 'mdns',
    term: 'mDNS',
    means: 'Names that end in .local, asked for on the local network. Browsers hide addresses behind such names.',
    said: /\bmDNS\b/,
  },
  {
    slug: 'stream',
    term: 'MediaStream',
    means: 'A bag of tracks that belong together. A video element plays it; the tracks do the work.',
    lesson: 'media/tracks',
    said: /\bMediaStreams?\b|(?<=\b(?:an?|the|one|its) )streams?\b/i,
  },
  {
    slug: 'nat',
    term: 'NAT',
    means:
      'What a home router does: many devices share one address, and what comes from outside finds none of them unasked.',
    said: /\bNATs?\b/,
  },
  {
    slug: 'offer',
    term: 'offer',
    means: 'The description with which one side opens a round: what it would like to send and receive, and how.',
    lesson: 'connecting/signaling',
    said: new RegExp(`${noun}offers?\\b`),
  },
  {
    slug: 'peer-reflexive',
    term: 'peer reflexive',
    means: 'A candidate nobody told: the address from which the other side’s packet came.',
    lesson: 'connecting/signaling',
    said: /\bpeer[- ]reflexive\b/,
  },
  {
    slug: 'rollback',
    term: 'rollback',
    means: 'Taking an open offer back, as if it had never been set.',
    lesson: 'connecting/peer-connection',
    said: /\brollbacks?\b/,
  },
  {
    slug: 'sdp',
    term: 'SDP',
    means: 'Session Description Protocol: the text in which offers and answers are written, line by line.',
    lesson: 'connecting/sdp',
    said: /\bSDP\b/,
  },
  {
    slug: 'secure-context',
    term: 'secure context',
    means: 'A page that came over HTTPS, or from this very machine. Only such a page may have cameras and microphones.',
    lesson: 'media/get-user-media',
    said: /\bsecure contexts?\b/,
  },
  {
    slug: 'signaling',
    term: 'signaling',
    means: 'The telling of offers, answers and candidates, over whatever carrier. WebRTC leaves it to the application.',
    lesson: 'connecting/signaling',
    said: /\b[Ss]ignaling\b/,
  },
  {
    slug: 'srtp',
    term: 'SRTP',
    means: 'Secure RTP: the encrypted packets in which picture and sound travel.',
    said: /\bSRTP\b/,
  },
  {
    slug: 'stun',
    term: 'STUN',
    means: 'A server that tells a browser from which address its packets come. It carries nothing else.',
    said: /\bSTUN\b/,
  },
  {
    slug: 'track',
    term: 'track',
    means: 'One picture or one sound, from one source: a camera, a microphone, a screen, the other side.',
    lesson: 'media/tracks',
    said: /\btracks?\b/,
  },
  {
    slug: 'transceiver',
    term: 'transceiver',
    means: 'A place in a connection for one track that goes out and one that comes in: a section of its description.',
    lesson: 'connecting/sdp',
    said: /\b[Tt]ransceivers?\b/,
  },
  {
    slug: 'trickle-ice',
    term: 'trickle ICE',
    means: 'Sending each candidate as it is found, instead of waiting for all of them.',
    lesson: 'connecting/by-hand',
    said: /\b[Tt]rickle ICE\b/,
  },
  {
    slug: 'turn',
    term: 'TURN',
    means: 'A server that passes packets on where no direct way exists. It sees how much travels, and nothing of what.',
    said: /\bTURN\b/,
  },
];
