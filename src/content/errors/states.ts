import type { ErrorGroup } from './known-error.ts';

export const states: ErrorGroup = {
  file: 'states',
  title: 'The right thing at the wrong moment',
  errors: [
    {
      slug: 'answer-too-early',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'createAnswer' on 'RTCPeerConnection': PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.",
        firefox: 'InvalidStateError: Cannot create answer in …',
      },
      cause: 'No offer of theirs is open. `setRemoteDescription(offer)` was forgotten, or not awaited.',
      remedy: 'Set their offer, await it, and only then `createAnswer()`.',
      lesson: 'connecting/peer-connection',
      lab: { name: 'tasklist', params: 'order=15-16-17', press: 'it runs 15, 16, 17 as the list has them' },
    },
    {
      slug: 'answer-unasked',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': The type of the description does not match the expected signaling state.",
        firefox: 'InvalidStateError: Cannot create answer in …',
      },
      cause: 'Your own answer is set where no offer of theirs is open: none has been set, or it was answered already.',
      remedy: 'Set their offer first, and answer once. If two handlers answer, take one away.',
      lesson: 'connecting/peer-connection',
      lab: { name: 'states', press: 'setLocalDescription: answer' },
    },
    {
      slug: 'answer-not-due',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: …",
        firefox: 'InvalidStateError: Cannot set remote answer in state …',
      },
      cause:
        'An answer came where none is due. Most often it came twice, because a listener is there twice; or it is for somebody else’s connection; or your own offer was never set.',
      remedy:
        'Give each offer an id, let its answer carry it, and apply it once. Make one connection for each other person.',
      lesson: 'connecting/peer-connection',
      lab: { name: 'tasklist', params: 'order=twice', press: 'it gives the answer twice' },
    },
    {
      slug: 'answer-over-theirs',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: …",
        firefox: 'InvalidStateError: Cannot set remote offer or answer in current state …',
      },
      cause:
        'An answer came while an offer of theirs is open: both have called, and your own offer was taken back for theirs.',
      remedy:
        'Let only one of the two call. Or decide beforehand who gives way, and let that one drop what answers the old offer.',
      lesson: 'connecting/only-myself',
      lab: { name: 'only-myself', params: 'fault=both-call', press: 'Start' },
    },
    {
      slug: 'offer-over-theirs',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Failed to set local offer sdp: Called in wrong state: …",
        firefox: 'InvalidStateError: Cannot set local offer in state …',
      },
      cause: 'You set an offer of your own while theirs is open: both have called.',
      remedy: 'Answer theirs, or take it back with a rollback. Decide beforehand who gives way.',
      lesson: 'connecting/peer-connection',
      lab: { name: 'states', press: 'offer at both, then setLocalDescription: offer' },
    },
    {
      slug: 'nothing-to-roll-back',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Called in wrong signalingState: …",
        firefox: 'InvalidStateError: Cannot rollback local description in …',
      },
      cause: 'No offer is open, so there is none to take back.',
      remedy: 'Roll back in `have-local-offer` or `have-remote-offer` only: look at `signalingState`.',
      lesson: 'connecting/peer-connection',
      lab: { name: 'states', press: 'setLocalDescription: rollback' },
    },
    {
      slug: 'provisional-answer',
      says: { chromium: null, firefox: 'NotSupportedError: pranswer not yet implemented' },
      cause: 'A provisional answer was set, and this browser knows none.',
      remedy: 'Set the answer itself. Hardly anybody needs a provisional one.',
      lesson: 'connecting/peer-connection',
    },
    {
      slug: 'after-close',
      says: {
        chromium:
          "InvalidStateError: Failed to execute '…' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
        firefox: 'InvalidStateError: Peer connection is closed',
      },
      cause:
        'The connection is closed, by you. Often listeners of the first call still feed it with what belongs to the second.',
      remedy: 'Make a new `RTCPeerConnection` for each call, and take the listeners of the old one off the socket.',
      lesson: 'connecting/signaling-server',
      lab: { name: 'states', press: 'close(), then anything' },
    },
    {
      slug: 'sections-in-another-order',
      says: {
        chromium:
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: The order of m-lines in subsequent offer doesn't match order from previous offer/answer.",
        firefox:
          'InvalidAccessError: Remote description changes the media type of m-line …; media type changes are only permitted when the m-section was previously disabled',
      },
      cause:
        'A connection got an offer of another session, whose sections stand in another order. Or one connection is used for two people.',
      remedy: 'One connection for each other person, and send each description to one of them only.',
      lesson: 'connecting/signaling-server',
    },
    {
      slug: 'answer-to-another-offer',
      says: {
        chromium:
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
        firefox: 'InvalidAccessError: Answer and offer have different media types at m-line …',
      },
      cause: 'The answer belongs to another offer: it has other sections than the one that is open.',
      remedy: 'Let each answer carry the id of its offer, and drop what belongs to an older one.',
      lesson: 'connecting/sdp',
    },
  ],
};
