import { io } from 'socket.io-client';

type Offer = { offererUserName: string; answer: object | null };

/** What a learner's program says on the wire: the course's events and payloads, and no word of ours but the room. */
export async function courseProgram(base: string, userName: string, room: string, password = '') {
  const socket = io(base, { auth: { userName, room, password }, forceNew: true, reconnection: false });
  const offers: Offer[] = [];
  const waiting = new Set<() => void>();
  for (const event of ['availableOffers', 'newOfferAwaiting'])
    socket.on(event, (more: Offer[]) => {
      offers.push(...more);
      for (const look of waiting) look();
    });
  await new Promise((come) => socket.once('welcome', come));

  return {
    emit: (event: string, ...said: unknown[]) => void socket.emit(event, ...said),
    calls: (sdp = described('call')) => void socket.emit('newOffer', { type: 'offer', sdp }),
    finds: (more: object = {}) =>
      void socket.emit('sendIceCandidateToSignalingServer', {
        iceCandidate: { candidate: line, sdpMid: '0', sdpMLineIndex: 0, ...more },
        iceUserName: userName,
        didIOffer: true,
      }),
    /** With an acknowledgement, as the course does in the end, or without, as it does at first. */
    answers(offer: object, { sdp = described('back'), isAsked = true } = {}) {
      const said = { ...offer, answer: { type: 'answer', sdp } };
      return isAsked ? socket.emitWithAck('newAnswer', said) : void socket.emit('newAnswer', said);
    },
    /** The first offer that it hears of. */
    async offer(): Promise<Offer> {
      while (offers.length === 0)
        await new Promise<void>((come) => {
          waiting.add(come);
        });
      return offers[0]!;
    },
    close: () => void socket.close(),
  };
}

export const line = 'candidate:1 1 udp 2122260223 192.168.7.42 50000 typ host generation 0 ufrag call';

/** As much of a description as the server and a watcher look at. */
export const described = (ufrag: string, direction = 'sendrecv') =>
  [
    ...['v=0', 'o=- 4611731400430051336 2 IN IP4 192.168.7.42', 's=-', 't=0 0'],
    ...[
      'm=video 9 UDP/TLS/RTP/SAVPF 96',
      'c=IN IP4 0.0.0.0',
      `a=ice-ufrag:${ufrag}`,
      'a=ice-pwd:verysecretpassword1234',
    ],
    ...[
      'a=fingerprint:sha-256 AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89',
    ],
    ...['a=setup:actpass', 'a=mid:0', `a=${direction}`, 'a=rtpmap:96 VP8/90000', ''],
  ].join('\r\n');
