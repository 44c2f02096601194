import type { Entry } from '../../../protocol/entry.ts';

/** What of a fault stands in the trace: where to look, and whether it is there. */
export type Sign = { look: string; seen(entries: readonly Entry[]): boolean };

const is = (what: Entry['what'], name: string, who?: string) => (entry: Entry) =>
  entry.what === what && entry.name === name && (who === undefined || entry.who === who);
const became = (entries: readonly Entry[], name: string, state: string, who = 'alice') =>
  entries.some((entry) => is('state', name, who)(entry) && entry.body === state);
const whole = (entries: readonly Entry[]) =>
  became(entries, 'connection', 'connected') && entries.some(is('event', 'track', 'alice'));

export const signs: Readonly<Record<string, Sign>> = {
  'nobody-there': {
    look: 'Alice’s offer leaves her, and arrives nowhere: it was sent before anybody was there, and this server keeps nothing. She stays in have-local-offer. A server that holds offers would mend it, or Alice calls again.',
    seen: (entries) => {
      const offer = entries.find(is('sent', 'offer', 'alice'));
      return offer !== undefined && entries.some(({ who }) => who === 'bob') && !entries.some(is('received', 'offer'));
    },
  },
  'both-call': {
    look: 'Two offers cross. Each takes its own back to answer the other’s, and then both answers come where none is due: InvalidStateError, on both sides. Let only one of them call, or let one give way.',
    seen: (entries) => ['alice', 'bob'].every((who) => entries.some(is('throw', 'setRemoteDescription', who))),
  },
  'camera-refused': {
    look: 'Bob’s getUserMedia throws, and his program ends there: he has no connection, and answers nothing. On one machine, two browsers often can’t have one camera. Catch it, say it, and go on without a picture.',
    seen: (entries) => entries.some(is('throw', 'getUserMedia', 'bob')),
  },
  'answer-unheard': {
    look: 'The answer arrives at Alice, and no setRemoteDescription follows. She stays in have-local-offer, and Bob’s candidates are refused. Look at the names in her handler, letter by letter.',
    seen: (entries) =>
      entries.some(is('received', 'answer', 'alice')) &&
      entries.some(is('throw', 'addIceCandidate', 'alice')) &&
      !entries.some(is('call', 'setRemoteDescription', 'alice')),
  },
  'no-candidates': {
    look: 'Both are stable, and candidates are found, but none is sent. Without an address nobody can be reached, so no way is ever tried. Send every icecandidate to the other one.',
    seen: (entries) =>
      became(entries, 'gathering', 'complete') &&
      entries.some(is('return', 'setRemoteDescription', 'alice')) &&
      entries.some(is('event', 'icecandidate', 'alice')) &&
      !entries.some(is('sent', 'candidate')),
  },
  'no-way': {
    look: 'Both are stable, and no candidate with an address is found: relays only, says the configuration, and there is no relay. Behind walls that let nothing through it looks alike, with candidates that lead nowhere, and ends in failed. It takes a TURN server.',
    seen: (entries) =>
      entries.some((entry) => is('call', 'new RTCPeerConnection', 'alice')(entry) && asksForRelay(entry.body)) &&
      entries.some(is('return', 'setRemoteDescription', 'alice')),
  },
  'no-tracks': {
    look: 'Bob never calls addTrack. His answer says a=recvonly, Alice hears of no track, and yet they are connected: Bob sees her. Let him add his tracks before createAnswer.',
    seen: (entries) =>
      became(entries, 'connection', 'connected') &&
      /^a=recvonly/m.test(sdpOf(entries.find(is('received', 'answer', 'alice')))) &&
      !entries.some(is('event', 'track', 'alice')),
  },
  'late-listener': {
    look: 'Nothing is missing: the track event is there, and the two are connected. So it is no fault of the connection. The event came while the answer was being set, and Alice’s page began to listen after that. Listen right where the connection is made.',
    seen: whole,
  },
  'own-stream': {
    look: 'Nothing is missing: the track event is there, and the two are connected. So it is no fault of the connection. Alice’s page gives the large picture her own stream: she sees herself twice. Give it the stream of the event.',
    seen: whole,
  },
};

const sdpOf = (entry: Entry | undefined) => (entry?.body as { sdp?: string } | undefined)?.sdp ?? '';
const asksForRelay = (body: unknown) => JSON.stringify(body ?? null).includes('"iceTransportPolicy":"relay"');
