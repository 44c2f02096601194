/** How a browser says it, name and words: `…` stands for what differs from time to time. Null: it says nothing. */
export type Says = { chromium: string | null; firefox: string | null };

export type KnownError = {
  /** As it stands behind the `#` of the page, and what the lab provokes by that name. */
  slug: string;
  says: Says;
  cause: string;
  remedy: string;
  /** The lesson that explains it. */
  lesson: string;
  /** A lab in which it can be met in the middle of things, and what to press there. */
  lab?: { name: string; params?: string; press: string };
  /** What the lab of errors cannot provoke: how it was come by. */
  told?: string;
};

/** Each group is provoked by the lines of one file of `src/labs/errors/provoke`. */
export type ErrorGroup = { file: string; title: string; errors: readonly KnownError[] };

export const errorGroups: readonly ErrorGroup[] = [
  {
    file: 'asking',
    title: 'Asking for cameras, screens and loudspeakers',
    errors: [
      {
        slug: 'said-no',
        says: {
          chromium: 'NotAllowedError: Permission denied',
          firefox:
            'NotAllowedError: The request is not allowed by the user agent or the platform in the current context.',
        },
        cause: 'Somebody said no: just now, at an earlier visit, or in the settings of the system.',
        remedy:
          'Open the site settings beside the address and allow camera and microphone. If they are allowed there, look in the privacy settings of your system.',
        lesson: 'media/get-user-media',
        lab: { name: 'camera', press: 'Start, and say no' },
        told: 'A test asks in a browser whose owner has said no to everybody.',
      },
      {
        slug: 'frame-without-camera',
        says: {
          chromium: 'NotAllowedError: Permission denied',
          firefox:
            'NotAllowedError: The request is not allowed by the user agent or the platform in the current context.',
        },
        cause:
          'Nobody was asked: the page sits in a frame that may not use the camera, or a header of the site forbids it.',
        remedy:
          'Give the frame `allow="camera; microphone"`, or open the page in a window of its own. In Chromium, look at the header `Permissions-Policy` as well.',
        lesson: 'media/get-user-media',
        lab: { name: 'camera', press: 'Be refused on purpose: Ask from a forbidden frame' },
      },
      {
        slug: 'no-camera',
        says: {
          chromium: 'NotFoundError: Requested device not found',
          firefox: 'NotFoundError: The object can not be found here.',
        },
        cause: 'There is no device of the kind that was asked for, or the browser may not see it.',
        remedy: 'Plug one in, or ask for what there is: audio alone, perhaps. In a lab, choose Synthetic.',
        lesson: 'media/get-user-media',
        told: 'A test asks in a browser without any camera.',
      },
      {
        slug: 'camera-taken',
        says: { chromium: 'NotReadableError: Could not start video source', firefox: null },
        cause:
          'The camera is there and you said yes, but it would not open. Most often another program, or another browser, has it.',
        remedy:
          'Close the other program or tab, look for a key that turns the camera off, and stop the tracks of your own page before you ask again.',
        lesson: 'media/get-user-media',
        told: 'It takes a real camera and a second program that holds it. This wording is one that people report; Firefox’s was not looked for, and no test holds either.',
      },
      {
        slug: 'no-media-devices',
        says: {
          chromium: "TypeError: Cannot read properties of undefined (reading 'getUserMedia')",
          firefox: `TypeError: can't access property "getUserMedia", navigator.mediaDevices is undefined`,
        },
        cause: 'The page came over plain HTTP from another machine, so there is no `navigator.mediaDevices` in it.',
        remedy:
          'Open it over HTTPS, or on the machine that serves it as `http://localhost`. The page Your devices and HTTPS (/trust/) tells how.',
        lesson: 'media/get-user-media',
        told: 'A test opens a page of plain HTTP and asks there.',
      },
      {
        slug: 'ask-for-nothing',
        says: {
          chromium:
            "TypeError: Failed to execute 'getUserMedia' on 'MediaDevices': At least one of audio and video must be requested",
          firefox: 'TypeError: audio and/or video is required',
        },
        cause: 'Neither sound nor picture was asked for: the constraints are empty, or both are false.',
        remedy: 'Ask for audio, for video, or for both.',
        lesson: 'media/get-user-media',
        lab: { name: 'camera', press: 'Be refused on purpose: Ask for nothing' },
      },
      {
        slug: 'demand-too-much',
        says: {
          chromium: 'OverconstrainedError',
          firefox: 'OverconstrainedError: Constraints could not be satisfied.',
        },
        cause:
          'Something was demanded, with `exact`, `min` or `max`, that no device here can do. The error’s `constraint` names it.',
        remedy:
          'Say `ideal`: then the browser comes as near as it can. Or catch the error by its name, and ask for less.',
        lesson: 'media/constraints',
        lab: { name: 'constraints', press: 'Exactly 100,000 wide' },
      },
      {
        slug: 'no-such-camera',
        says: {
          chromium: 'OverconstrainedError',
          firefox: 'OverconstrainedError: Constraints could not be satisfied.',
        },
        cause:
          'A device was demanded by an id that isn’t there: of another site, another browser, or of before somebody cleared their data.',
        remedy: 'Catch it, and ask without the id. Keep the label beside the id, to find the device again.',
        lesson: 'media/devices',
        lab: { name: 'camera', press: 'Be refused on purpose: Demand a camera that is not there' },
      },
      {
        slug: 'apply-too-much',
        says: { chromium: 'OverconstrainedError: Cannot satisfy constraints', firefox: null },
        cause: '`applyConstraints()` demanded what the camera cannot do. The track goes on as it was.',
        remedy: 'Look at `track.getCapabilities()` first, or say `ideal`.',
        lesson: 'media/constraints',
        lab: { name: 'constraints', press: 'Exactly 100,000 wide, then apply' },
      },
      {
        slug: 'apply-after-stop',
        says: { chromium: 'OverconstrainedError: The track is not connected to any source', firefox: null },
        cause: 'The track was stopped, and what is stopped has no camera behind it any more.',
        remedy: 'Look at `track.readyState`, and ask for a new track.',
        lesson: 'media/constraints',
      },
      {
        slug: 'screen-exactly',
        says: {
          chromium:
            "TypeError: Failed to execute 'getDisplayMedia' on 'MediaDevices': exact constraints are not supported",
          firefox: 'TypeError: exact not allowed',
        },
        cause: 'A screen cannot be demanded: `exact`, `min` and `advanced` are not allowed in `getDisplayMedia()`.',
        remedy: 'Say what you would like with `ideal` and `max`.',
        lesson: 'media/screen-capture',
        lab: { name: 'screen', press: 'Be refused on purpose: Demand a size' },
      },
      {
        slug: 'screen-without-click',
        says: {
          chromium: null,
          firefox: 'InvalidStateError: getDisplayMedia requires transient activation from a user gesture.',
        },
        cause:
          'The question did not follow from a click or a key: it ran while the page loaded, or after something that took too long.',
        remedy: 'Call `getDisplayMedia()` first of all in the click’s own handler.',
        lesson: 'media/screen-capture',
        lab: { name: 'screen', press: 'Be refused on purpose: Ask without a click' },
      },
      {
        slug: 'frame-without-screen',
        says: {
          chromium:
            "NotAllowedError: Failed to execute 'getDisplayMedia' on 'MediaDevices': Access to the feature \"display-capture\" is disallowed by permissions policy.",
          firefox: 'InvalidStateError: getDisplayMedia requires transient activation from a user gesture.',
        },
        cause:
          'The page sits in a frame that may not share a screen. Firefox looks first whether anybody has clicked in that frame.',
        remedy: 'Give the frame `allow="display-capture"`, or open the page in a window of its own.',
        lesson: 'media/screen-capture',
        lab: { name: 'screen', press: 'Be refused on purpose: Ask from a forbidden frame' },
      },
      {
        slug: 'no-such-speaker',
        says: {
          chromium: 'NotFoundError: Requested device not found',
          firefox: 'NotFoundError: The object can not be found here.',
        },
        cause: 'There is no loudspeaker of that id, or this page was never allowed to use it.',
        remedy:
          'Take an id from `enumerateDevices()` or `selectAudioOutput()`, and catch the error: headphones get unplugged.',
        lesson: 'media/devices',
      },
    ],
  },
  {
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
        cause:
          'Your own answer is set where no offer of theirs is open: none has been set, or it was answered already.',
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
  },
  {
    file: 'descriptions',
    title: 'Descriptions that cannot be read',
    errors: [
      {
        slug: 'cut-off',
        says: {
          chromium:
            "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. … Expects m line.",
          firefox:
            'InvalidAccessError: mid specified for bundle transport in group attribute does not exist in the SDP. (mid=…)',
        },
        cause: 'The description ends in the middle of a line: something on the way cut it off.',
        remedy: 'Compare its length on both sides. Was it copied by hand, or is there a limit to a message?',
        lesson: 'connecting/by-hand',
        lab: { name: 'by-hand', press: 'paste half of a letter' },
      },
      {
        slug: 'no-description',
        says: {
          chromium:
            "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. … Expect line: v=",
          firefox: 'OperationError: SIPCC Failed to parse SDP: SDP Parse Error on line …',
        },
        cause: 'What was given as `sdp` is no description: it doesn’t begin with `v=0`.',
        remedy: 'Log it right before. Is it another message, or the whole letter instead of its `sdp`?',
        lesson: 'connecting/sdp',
      },
      {
        slug: 'line-without-letter',
        says: {
          chromium:
            "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. … Invalid SDP line.",
          firefox: 'InvalidAccessError: m-section at level … is missing a=rtcp-mux, which is required by rtcpMuxPolicy',
        },
        cause:
          'A line does not begin with a letter and an equals sign. Somebody edited the text, or joined it with the wrong line ends.',
        remedy:
          'Look at the line that the browser names. Better still, don’t edit: most of it has a method of its own.',
        lesson: 'connecting/sdp',
        lab: { name: 'sdp', press: 'Changes to try: A line lost its letter' },
      },
      {
        slug: 'no-fingerprint',
        says: {
          chromium:
            "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.",
          firefox: 'InvalidAccessError: Invalid description, no fingerprint attribute at level …',
        },
        cause: 'The description says no fingerprint, so nobody would know whom they encrypt for.',
        remedy: 'Pass descriptions on as they are. One from a very old program cannot be used.',
        lesson: 'connecting/sdp',
        lab: { name: 'sdp', press: 'Changes to try: No fingerprint' },
      },
      {
        slug: 'no-ice-password',
        says: {
          chromium:
            "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: Called with SDP without ice-ufrag and ice-pwd.",
          firefox: 'InvalidAccessError: Invalid description, no ice-ufrag attribute at level …',
        },
        cause: 'The description lacks `a=ice-ufrag` and `a=ice-pwd`, without which no candidate can be tried.',
        remedy: 'Pass descriptions on as they are. Filters that take “needless” lines out take these too.',
        lesson: 'connecting/sdp',
        lab: { name: 'sdp', press: 'take both lines out, and call' },
      },
      {
        slug: 'type-without-text',
        says: {
          chromium:
            "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. Expect line: v=",
          firefox: 'OperationError: SIPCC Failed to parse SDP: SDP Parse Error on line …',
        },
        cause: 'A remote description has a type and no `sdp`. Only your own may be left to the browser.',
        remedy: 'Send the whole `localDescription`, both its properties, and look whether the server drops one.',
        lesson: 'connecting/signaling',
      },
      {
        slug: 'still-a-text',
        says: {
          chromium:
            "TypeError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': The provided value is not of type 'RTCSessionDescriptionInit'.",
          firefox: "TypeError: RTCPeerConnection.setRemoteDescription: Argument 1 can't be converted to a dictionary.",
        },
        cause:
          'The message is still a text: nobody called `JSON.parse()`, or somebody called `JSON.stringify()` twice.',
        remedy: 'Parse it once, where it arrives.',
        lesson: 'connecting/any-carrier',
      },
      {
        slug: 'nothing-there',
        says: {
          chromium:
            "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription.",
          firefox:
            "TypeError: RTCPeerConnection.setRemoteDescription: Missing required 'type' member of RTCSessionDescriptionInit.",
        },
        cause: 'What was given is undefined: the message calls it otherwise, or it is another message.',
        remedy: 'Log the message as it arrives, and compare the names of its properties, letter by letter.',
        lesson: 'connecting/signaling',
      },
      {
        slug: 'no-such-type',
        says: {
          chromium:
            "TypeError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to read the 'type' property from 'RTCSessionDescriptionInit': The provided value '…' is not a valid enum value of type RTCSdpType.",
          firefox:
            "TypeError: RTCPeerConnection.setRemoteDescription: '…' (value of 'type' member of RTCSessionDescriptionInit) is not a valid value for enumeration RTCSdpType.",
        },
        cause: 'The type is none of `offer`, `answer`, `pranswer` and `rollback`, all in small letters.',
        remedy: 'Send `localDescription` as it is, instead of putting an object together.',
        lesson: 'connecting/signaling',
      },
      {
        slug: 'changed-before-setting',
        says: {
          chromium:
            "InvalidModificationError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': The SDP does not match the previously generated SDP for this type",
          firefox: null,
        },
        cause:
          'The text was changed, a fingerprint perhaps, between `createOffer()` and `setLocalDescription()` in a way that is not allowed.',
        remedy:
          'Set it as it was made. Codecs, directions and bit rates have methods: `setCodecPreferences()`, `direction`, `setParameters()`.',
        lesson: 'connecting/sdp',
      },
    ],
  },
  {
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
        remedy:
          'Compare it on both sides. The end of candidates is an empty text or null, and not a text that says so.',
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
        slug: 'wrong-password',
        says: { chromium: '401: Unauthorized.', firefox: '401' },
        cause:
          'The TURN server does not know this user name with this password. Told by the event `icecandidateerror`.',
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
  },
  {
    file: 'tracks',
    title: 'Tracks, and what sends them',
    errors: [
      {
        slug: 'track-twice',
        says: {
          chromium:
            "InvalidAccessError: Failed to execute 'addTrack' on 'RTCPeerConnection': A sender already exists for the track.",
          firefox: 'InvalidAccessError: This track is already set on a sender.',
        },
        cause: 'This connection sends the track already. The function that adds it ran twice.',
        remedy:
          'Add tracks right where the connection is made, and nowhere else. To send a thing twice, clone the track.',
        lesson: 'connecting/peer-connection',
      },
      {
        slug: 'stream-for-track',
        says: {
          chromium:
            "TypeError: Failed to execute 'addTrack' on 'RTCPeerConnection': parameter 1 is not of type 'MediaStreamTrack'.",
          firefox: 'TypeError: RTCPeerConnection.addTrack: Argument 1 does not implement interface MediaStreamTrack.',
        },
        cause: '`addTrack()` got a stream, and wants a track.',
        remedy: 'Write `for (const track of stream.getTracks()) peer.addTrack(track, stream)`.',
        lesson: 'connecting/peer-connection',
      },
      {
        slug: 'no-such-kind',
        says: {
          chromium:
            "TypeError: Failed to execute 'addTransceiver' on 'RTCPeerConnection': The argument provided as parameter 1 is not a valid MediaStreamTrack kind ('audio' or 'video').",
          firefox: 'TypeError: Invalid media kind',
        },
        cause: '`addTransceiver()` takes a track, or one of the words `audio` and `video`.',
        remedy: 'Say which of the two.',
        lesson: 'connecting/peer-connection',
      },
      {
        slug: 'replace-by-another-kind',
        says: {
          chromium:
            "TypeError: Failed to execute 'replaceTrack' on 'RTCRtpSender': Track kind does not match Sender kind",
          firefox: 'TypeError: Cannot replaceTrack with a different kind!',
        },
        cause: 'A sender of sound was given a picture, or the other way round.',
        remedy: 'Find the right one: `peer.getSenders().find(({ track }) => track?.kind === "video")`.',
        lesson: 'media/devices',
      },
      {
        slug: 'replace-in-stopped',
        says: {
          chromium:
            "InvalidStateError: Failed to execute 'replaceTrack' on 'RTCRtpSender': replaceTrack cannot be called on a stopped sender",
          firefox: 'InvalidStateError: Cannot call replaceTrack when transceiver is stopping',
        },
        cause: 'The transceiver was stopped, and what is stopped sends nothing any more.',
        remedy: 'Add the track anew and negotiate. To pause, use `replaceTrack(null)` instead of `stop()`.',
        lesson: 'media/devices',
      },
      {
        slug: 'replace-after-close',
        says: {
          chromium:
            "InvalidStateError: Failed to execute 'replaceTrack' on 'RTCRtpSender': The peer connection is closed.",
          firefox: 'InvalidStateError: Peer connection is closed',
        },
        cause: 'The call is over: the connection of this sender is closed.',
        remedy: 'Forget senders when you hang up. Who switches cameras may be slower than who hangs up.',
        lesson: 'media/devices',
      },
      {
        slug: 'replace-by-ended',
        says: { chromium: null, firefox: null },
        cause:
          'The new track has ended: the camera was stopped before it was sent. No browser minds, and the other one sees nothing new.',
        remedy: 'Look at `track.readyState` before you hand it over.',
        lesson: 'media/tracks',
      },
      {
        slug: 'sender-of-another',
        says: {
          chromium:
            "InvalidAccessError: Failed to execute 'removeTrack' on 'RTCPeerConnection': The sender was not created by this peer connection.",
          firefox: 'InvalidAccessError: This sender was not created by this PeerConnection',
        },
        cause: 'The sender belongs to another connection.',
        remedy: 'Keep the senders of each connection apart, or ask it for them: `peer.getSenders()`.',
        lesson: 'connecting/peer-connection',
      },
      {
        slug: 'stats-of-another',
        says: {
          chromium:
            "InvalidAccessError: Failed to execute 'getStats' on 'RTCPeerConnection': There is no sender or receiver for the track.",
          firefox:
            'InvalidAccessError: track must be associated with a unique sender or receiver, but … associated with 0 senders and 0 receivers.',
        },
        cause:
          '`getStats()` was asked about a track that this connection neither sends nor receives, or sends no more.',
        remedy: 'Ask without a track for all there is, or ask the sender itself: `sender.getStats()`.',
        lesson: 'connecting/peer-connection',
      },
      {
        slug: 'parameters-made-up',
        says: {
          chromium:
            "TypeError: Failed to execute 'setParameters' on 'RTCRtpSender': Failed to read the 'codecs' property from 'RTCRtpParameters': Required member is undefined.",
          firefox: null,
        },
        cause: '`setParameters()` wants back what `getParameters()` gave, with your change in it.',
        remedy: 'Get them, change them, set them, with nothing awaited in between.',
        lesson: 'connecting/peer-connection',
      },
    ],
  },
  {
    file: 'channels',
    title: 'Data channels',
    errors: [
      {
        slug: 'send-too-early',
        says: {
          chromium:
            "InvalidStateError: Failed to execute 'send' on 'RTCDataChannel': RTCDataChannel.readyState is not 'open'",
          firefox: 'InvalidStateError: An attempt was made to use an object that is not, or is no longer, usable',
        },
        cause: 'The channel is not open yet: the two have not found each other.',
        remedy: 'Send in its `open` event, and keep until then what is to be sent.',
        lesson: 'start/what-is-webrtc',
      },
      {
        slug: 'send-after-close',
        says: {
          chromium:
            "InvalidStateError: Failed to execute 'send' on 'RTCDataChannel': RTCDataChannel.readyState is not 'open'",
          firefox: null,
        },
        cause: 'The channel is closing or closed. The other one has left, or you hung up.',
        remedy: 'Listen for its `close` event, and stop sending there.',
        lesson: 'start/what-is-webrtc',
      },
      {
        slug: 'message-too-large',
        says: {
          chromium:
            "TypeError: Failed to execute 'send' on 'RTCDataChannel': Trying to send message larger than max-message-size",
          firefox: 'TypeError: RTCDataChannel.send: Message size (…) exceeds maxMessageSize',
        },
        cause:
          'The other one takes no message of that size. Its description says how much, and `peer.sctp.maxMessageSize` too.',
        remedy: 'Send in pieces of 16 to 64 KB, and put them together on the other side.',
        lesson: 'connecting/sdp',
        lab: { name: 'sdp', press: 'Changes to try: Short messages' },
      },
      {
        slug: 'queue-full',
        says: {
          chromium: "OperationError: Failed to execute 'send' on 'RTCDataChannel': RTCDataChannel send queue is full",
          firefox: null,
        },
        cause: 'More was sent than the network takes, and the browser keeps no more of it.',
        remedy: 'Wait at `bufferedAmount`: go on when `bufferedamountlow` says so.',
        lesson: 'start/what-is-webrtc',
      },
      {
        slug: 'channel-with-two-limits',
        says: {
          chromium:
            "TypeError: Failed to execute 'createDataChannel' on 'RTCPeerConnection': RTCDataChannel cannot have both max retransmits and max lifetime",
          firefox: 'TypeError: Both maxPacketLifeTime and maxRetransmits cannot be provided',
        },
        cause: 'A channel may give up after so many tries or after so long, but not both.',
        remedy: 'Take one of `maxRetransmits` and `maxPacketLifeTime`.',
        lesson: 'start/what-is-webrtc',
      },
      {
        slug: 'channel-without-id',
        says: {
          chromium:
            "TypeError: Failed to execute 'createDataChannel' on 'RTCPeerConnection': RTCDataChannel must have id set if negotiated is true",
          firefox: 'TypeError: id is required when negotiated is true',
        },
        cause: 'A negotiated channel is never announced, so both must name it by the same id, and there is none.',
        remedy: 'Give it an `id`, the same on both sides. Or leave `negotiated` out.',
        lesson: 'start/what-is-webrtc',
      },
      {
        slug: 'channel-id-taken',
        says: {
          chromium:
            "OperationError: Failed to execute 'createDataChannel' on 'RTCPeerConnection': RTCDataChannel creation failed",
          firefox: 'OperationError: Id is in use',
        },
        cause: 'Another channel of this connection has that id.',
        remedy: 'Give each an id of its own.',
        lesson: 'start/what-is-webrtc',
      },
    ],
  },
  {
    file: 'playing',
    title: 'Recording and playing',
    errors: [
      {
        slug: 'recording-type',
        says: {
          chromium:
            "NotSupportedError: Failed to construct 'MediaRecorder': Failed to initialize native MediaRecorder the type provided (…) is not supported.",
          firefox: 'NotSupportedError: MediaRecorder constructor: … indicates an unsupported container',
        },
        cause: 'This browser cannot write that type. Each writes a few of its own.',
        remedy: 'Ask `MediaRecorder.isTypeSupported()` first, or name no type and read `recorder.mimeType`.',
        lesson: 'media/media-recorder',
        lab: { name: 'recorder', press: 'the list of types' },
      },
      {
        slug: 'recording-twice',
        says: {
          chromium:
            "InvalidStateError: Failed to execute 'start' on 'MediaRecorder': The MediaRecorder's state is 'recording'.",
          firefox: 'InvalidStateError: MediaRecorder.start: The MediaRecorder has already been started',
        },
        cause: 'The recorder records already: the button was pressed twice.',
        remedy: 'Look at `recorder.state`, and derive your buttons from it.',
        lesson: 'media/media-recorder',
      },
      {
        slug: 'recording-not-begun',
        says: {
          chromium:
            "InvalidStateError: Failed to execute 'pause' on 'MediaRecorder': The MediaRecorder's state is 'inactive'.",
          firefox: 'InvalidStateError: MediaRecorder.pause: The MediaRecorder is inactive',
        },
        cause:
          'The recorder does not record: it was never started, or has stopped, perhaps because every track has ended.',
        remedy: 'Look at `recorder.state`, and listen for its `stop` event.',
        lesson: 'media/media-recorder',
      },
      {
        slug: 'recording-nothing',
        says: {
          chromium:
            "NotSupportedError: Failed to execute 'start' on 'MediaRecorder': The MediaRecorder cannot start becausethere are no audio or video tracks available.",
          firefox: 'NotSupportedError: MediaRecorder.start: The MediaStream is inactive',
        },
        cause: 'The stream has no track that lives: there is nothing to record.',
        remedy: 'Record before the tracks are stopped; look at `stream.active`.',
        lesson: 'media/media-recorder',
      },
      {
        slug: 'track-during-recording',
        says: {
          chromium: 'InvalidModificationError: Tracks in MediaStream were added.',
          firefox:
            'InvalidModificationError: An attempt was made to add a track to the recorded MediaStream during the recording',
        },
        cause:
          'A track was added to a stream that is being recorded, and the recording ended there. It is told by the recorder’s `error` event.',
        remedy:
          'Record a stream of your own, `new MediaStream(tracks)`, and leave it alone until the recording has stopped.',
        lesson: 'media/media-recorder',
      },
      {
        slug: 'unheard-of-sound',
        says: {
          chromium: "NotAllowedError: play() failed because the user didn't interact with the document first. …",
          firefox:
            'NotAllowedError: The play method is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
        },
        cause: 'Something with sound was to play, and nobody has clicked or typed in this page yet.',
        remedy: 'Play it muted, and offer a button that turns the sound on. Your own preview is always muted.',
        lesson: 'media/tracks',
        lab: { name: 'tracks', press: 'Play with sound where nobody has clicked' },
        told: 'A test plays a sound in a page that nobody has touched.',
      },
      {
        slug: 'play-interrupted',
        says: {
          chromium: 'AbortError: The play() request was interrupted by a new load request. …',
          firefox:
            "AbortError: The fetching process for the media resource was aborted by the user agent at the user's request.",
        },
        cause: 'The picture was exchanged or taken away before it had begun to play. It is mostly harmless.',
        remedy: 'Set `srcObject` once for each stream: `track` fires for each track, with the same stream.',
        lesson: 'media/tracks',
      },
      {
        slug: 'track-for-stream',
        says: {
          chromium:
            "TypeError: Failed to set the 'srcObject' property on 'HTMLMediaElement': The provided value is not of type '(MediaSourceHandle or MediaStream)'.",
          firefox:
            'TypeError: HTMLMediaElement.srcObject setter: Value being assigned does not implement interface MediaStream.',
        },
        cause: '`srcObject` wants a stream, and got a track, or something else.',
        remedy: 'Give it `event.streams[0]`, or `new MediaStream([track])`.',
        lesson: 'media/tracks',
      },
      {
        slug: 'stream-without-brackets',
        says: {
          chromium: "TypeError: Failed to construct 'MediaStream': Overload resolution failed.",
          firefox: 'TypeError: MediaStream constructor: Argument 1 is not valid for any of the 1-argument overloads.',
        },
        cause: 'A stream is made of a list of tracks, and got a single one.',
        remedy: 'Write `new MediaStream([track])`, with brackets.',
        lesson: 'media/tracks',
      },
      {
        slug: 'address-of-a-stream',
        says: {
          chromium: "TypeError: Failed to execute 'createObjectURL' on 'URL': Overload resolution failed.",
          firefox: 'TypeError: URL.createObjectURL: Argument 1 could not be converted to any of: Blob, MediaSource.',
        },
        cause: 'Programs of long ago gave a stream an address. Browsers have forgotten how.',
        remedy: 'Write `video.srcObject = stream`.',
        lesson: 'media/tracks',
      },
    ],
  },
];
