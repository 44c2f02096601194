/** Each mistake by its name, and what to do about it. */
export const remedies = {
  'candidate-for-no-offer': {
    title: 'A candidate for no offer',
    remedy:
      'Send the description first and its candidates after it: emit newOffer or newAnswer as soon as you have it. This server keeps a candidate that comes early; the one of the course ends.',
  },
  'candidate-of-another-connection': {
    title: 'A candidate of another connection',
    remedy:
      'Look for a second RTCPeerConnection whose offer was never sent. Make one for each partner, and send what that one says.',
  },
  'candidate-of-no-section': {
    title: 'A candidate of no section',
    remedy:
      'Send the whole event.candidate, not only its text: addIceCandidate() throws a TypeError without sdpMid and sdpMLineIndex.',
  },
  'answer-to-nobody': {
    title: 'An answer to nobody',
    remedy:
      'Answer an offer that waits now: one that availableOffers or newOfferAwaiting brought. Send that whole object back with your answer in it, and take its button away when it is gone.',
  },
  'answer-twice': {
    title: 'An answer twice',
    remedy:
      'Send it once. This server passes it on once; elsewhere the caller would set it twice, and hear “Called in wrong state: stable”.',
  },
  'answer-sends-nothing': {
    title: 'An answer that sends nothing',
    remedy:
      'If the caller is meant to see you, add your tracks before createAnswer(). If you only want to watch, all is well.',
  },
  'already-answered': {
    title: 'An answer too late',
    remedy:
      'An offer connects two. Take the button away once the offer was answered, and let the caller make one offer for each partner.',
  },
  'own-offer': {
    title: 'An answer to oneself',
    remedy: 'Leave your own offers out of the list of those that you can answer.',
  },
  'offer-twice': {
    title: 'An offer twice',
    remedy:
      'Offer once: disable the button after the first press, add every track before you offer, and look whether negotiationneeded offers as well. The answer to the first one fits only the first description.',
  },
  'empty-offer': {
    title: 'An offer with nothing in it',
    remedy:
      'Call addTrack() or createDataChannel() before createOffer(). Without either no candidate is looked for, and no track event ever comes.',
  },
  crossed: {
    title: 'Two offers that cross',
    remedy: 'Set theirs as remote description and answer it: your browser takes your own back by itself.',
  },
  'no-acknowledgement': {
    title: 'An acknowledgement never asked for',
    remedy:
      'Write: const candidates = await socket.emitWithAck("newAnswer", offer), and add each of them. What the caller had found so far comes with the acknowledgement, and only there.',
  },
  'wrong-type': {
    title: 'A description of the wrong type',
    remedy:
      'newOffer takes what createOffer() gave, and newAnswer what createAnswer() gave. Call createAnswer() after setRemoteDescription(offer), and await both.',
  },
  'wrong-password': {
    title: 'A wrong password',
    remedy: 'Connect with auth: { userName, password: "x" } to be in the lobby.',
  },
  'unknown-message': {
    title: 'A message that nobody knows',
    remedy: 'Compare the name of the event with the course’s, letter by letter.',
  },
  malformed: {
    title: 'A message that cannot be read',
    remedy: 'Log what you send right before emit(). A description has a type and an sdp; a candidate is an object.',
  },
  refused: {
    title: 'Refused',
    remedy: 'Pick the row in the picture: it shows what was sent and what the server said.',
  },
} as const satisfies Record<string, { title: string; remedy: string }>;

export type Kind = keyof typeof remedies;
