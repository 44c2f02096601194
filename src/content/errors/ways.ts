import type { ErrorGroup } from './known-error.ts';

export const ways: ErrorGroup = {
  file: 'ways',
  title: 'Candidates, and the servers that help to find them',
  errors: [
    {
      slug: 'candidate-too-early',
      says: {
        chromium:
          "InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The remote description was null",
        firefox: 'InvalidStateError: No remoteDescription.',
      },
      cause: 'The candidate was faster than the description to which it belongs.',
      remedy: 'Keep candidates until `setRemoteDescription()` has succeeded, then add them in order.',
      lesson: 'connecting/tasklist',
      lab: { name: 'tasklist', params: 'order=candidate-first', press: 'it adds a candidate before the description' },
    },
    {
      slug: 'candidate-of-no-section',
      says: {
        chromium:
          "TypeError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': Candidate missing values for both sdpMid and sdpMLineIndex",
        firefox: 'TypeError: Cannot add a candidate without specifying either sdpMid or sdpMLineIndex',
      },
      cause:
        'The candidate says neither `sdpMid` nor `sdpMLineIndex`, so nobody knows where it belongs. Only its text was sent.',
      remedy: 'Send the whole `event.candidate`; it turns itself into JSON.',
      lesson: 'connecting/signaling',
    },
    {
      slug: 'candidate-of-another-section',
      says: {
        chromium:
          "OperationError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': Error processing ICE candidate",
        firefox: 'OperationError: Cannot set ICE candidate for level=… mid=…: No such transceiver.',
      },
      cause: 'The candidate names a section that the remote description doesn’t have.',
      remedy: 'It belongs to another connection, or to a description that was not set yet. Send both under one id.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'candidate-of-another-session',
      says: { chromium: null, firefox: 'OperationError: Unknown ufrag (…)' },
      cause:
        'The candidate’s `usernameFragment` is none of the remote description: it is of an earlier round, or of another connection.',
      remedy: 'Drop what belongs to an older offer. After an ICE restart, old candidates are of no use.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'candidate-unreadable',
      says: {
        chromium:
          "OperationError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': Error processing ICE candidate",
        firefox: null,
      },
      cause: 'The text of the candidate cannot be read. Something on the way has changed or cut it.',
      remedy: 'Compare it on both sides. The end of candidates is an empty text or null, and not a text that says so.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'candidate-as-text',
      says: {
        chromium:
          "TypeError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The provided value is not of type 'RTCIceCandidateInit'.",
        firefox:
          'TypeError: RTCPeerConnection.addIceCandidate: Argument 1 could not be converted to any of: RTCIceCandidate, RTCIceCandidateInit.',
      },
      cause:
        'A text was given where an object belongs: `candidate.candidate` instead of the candidate, or JSON that nobody parsed.',
      remedy: 'Send the whole `event.candidate`, and parse the message once where it arrives.',
      lesson: 'connecting/signaling',
    },
    {
      slug: 'server-not-there',
      says: { chromium: '701: STUN host lookup received error.', firefox: '701' },
      cause:
        'Nobody answered there, from this one network interface. No exception: it is told by the event `icecandidateerror`.',
      remedy:
        'Judge by the candidates, not by the error: if an `srflx` or a `relay` came, all is well. If none did, look at name and port.',
      lesson: 'connecting/ice',
      lab: { name: 'ice', params: 'servers=stun:nobody.invalid:3478', press: 'Start' },
    },
    {
      slug: 'server-silent',
      says: { chromium: '701: … request timed out.', firefox: '701' },
      cause:
        'A STUN or TURN server was asked and never answered: it is dead, something on the way lets no UDP through, or its port is another one. Chromium says so after 40 seconds, Firefox after 11.',
      remedy: 'Never wait for it: send each candidate as it comes. And try the server from another network.',
      lesson: 'connecting/ice',
      told: 'Chromium takes 40 seconds: a test of the long kind waits for it. Firefox was looked at.',
    },
    {
      slug: 'no-way-found',
      says: { chromium: null, firefox: 'ICE failed, … see about:webrtc for more details' },
      cause:
        'Both have told their candidates, and no pair of them works: `connectionState` is `failed`. Firefox writes a line to its console, and names the kind of server that you have not named.',
      remedy:
        'Are there candidates of both sides, and are all of them handed over? If so, no direct way exists, and it takes a TURN server. “Your TURN server appears to be broken” means that one was named and gave no way.',
      lesson: 'connecting/ice',
      lab: { name: 'only-myself', params: 'fault=no-way', press: 'Start' },
      told: 'Firefox writes it after some seconds, to its console alone: it was looked at.',
    },
    {
      slug: 'wrong-password',
      says: { chromium: '401: Unauthorized.', firefox: '401' },
      cause: 'The TURN server does not know this user name with this password. Told by the event `icecandidateerror`.',
      remedy:
        'Look at both, and at the clock: passing credentials run out. With `iceTransportPolicy: "relay"` nothing more is said for ever.',
      lesson: 'connecting/ice',
      lab: { name: 'ice', press: 'A relay with a wrong password' },
    },
    {
      slug: 'server-without-scheme',
      says: {
        chromium: "SyntaxError: Failed to construct 'RTCPeerConnection': '…' is not a valid stun or turn URL.",
        firefox:
          "SyntaxError: PeerConnectionImpl.setConfiguration: '…' has unsupported scheme '…' (must be stun/stuns/turn/turns)",
      },
      cause: 'The address of a server doesn’t begin with `stun:`, `stuns:`, `turn:` or `turns:`.',
      remedy: 'Write `stun:stun.example.org:3478`, without slashes.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'server-of-the-web',
      says: {
        chromium: "SyntaxError: Failed to construct 'RTCPeerConnection': '…' is not a valid stun or turn URL.",
        firefox:
          "SyntaxError: PeerConnectionImpl.setConfiguration: '…' has unsupported scheme '…' (must be stun/stuns/turn/turns)",
      },
      cause: 'The address is one of a web page. A STUN or TURN server has an address of its own kind.',
      remedy: 'Write `stun:` or `turn:`, the name, and a port if it isn’t 3478.',
      lesson: 'connecting/ice',
      lab: { name: 'ice', params: 'servers=https://stun.example.org', press: 'Start' },
    },
    {
      slug: 'relay-without-password',
      says: {
        chromium: `InvalidAccessError: Failed to construct 'RTCPeerConnection': Both username and credential are required when the URL scheme is "turn" or "turns".`,
        firefox: 'InvalidAccessError: PeerConnectionImpl.setConfiguration: TURN server requires a credential',
      },
      cause: 'A TURN server needs `username` and `credential`. The latter has no s at its end.',
      remedy: 'Look at the spelling, and whether your server has really sent both.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'server-without-urls',
      says: { chromium: null, firefox: null },
      cause:
        'A server has no `urls`: in programs of long ago it was called `url`. No browser minds, none asks that server, and so no `srflx` candidate comes.',
      remedy: 'Call it `urls`. It takes one address, or a list of them.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'no-such-policy',
      says: {
        chromium:
          "TypeError: Failed to construct 'RTCPeerConnection': Failed to read the 'iceTransportPolicy' property from 'RTCConfiguration': The provided value '…' is not a valid enum value of type RTCIceTransportPolicy.",
        firefox:
          "TypeError: RTCPeerConnection constructor: '…' (value of 'iceTransportPolicy' member of RTCConfiguration) is not a valid value for enumeration RTCIceTransportPolicy.",
      },
      cause: '`iceTransportPolicy` is none of `all` and `relay`.',
      remedy: 'Write `relay` to allow relays only, and nothing at all otherwise.',
      lesson: 'connecting/ice',
    },
    {
      slug: 'configuration-is-fixed',
      says: {
        chromium:
          "InvalidModificationError: Failed to execute 'setConfiguration' on 'RTCPeerConnection': Attempted to modify the PeerConnection's configuration in an unsupported way.",
        firefox: 'InvalidModificationError: Cannot change … with setConfiguration',
      },
      cause: '`setConfiguration()` tried to change what can only be said when the connection is made.',
      remedy: 'Hand it to `new RTCPeerConnection()`. Later, only servers and `iceTransportPolicy` can be changed.',
      lesson: 'connecting/ice',
    },
  ],
};
