import type { ErrorGroup } from './known-error.ts';

export const descriptions: ErrorGroup = {
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
      remedy: 'Look at the line that the browser names. Better still, don’t edit: most of it has a method of its own.',
      lesson: 'connecting/sdp',
      lab: { name: 'sdp', press: 'Changes to try: A line lost its letter' },
    },
    {
      slug: 'line-too-short',
      says: {
        chromium:
          "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. … Expects at least … fields.",
        firefox: 'OperationError: SIPCC Failed to parse SDP: SDP Parse Error on line …',
      },
      cause: 'A line lacks a part of what it has to say. Chromium repeats the line, Firefox counts to it.',
      remedy: 'Paste the description in the lab SDP, under *Any other*: it shows the line, and what belongs there.',
      lesson: 'connecting/sdp',
      lab: { name: 'sdp', press: 'Any other, and paste it' },
    },
    {
      slug: 'codec-without-name',
      says: {
        chromium:
          "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. … codecs correctly.",
        firefox: null,
      },
      cause:
        'A payload type is offered, and no `a=rtpmap` says which codec it stands for. A filter took out too little, or too much.',
      remedy:
        'Let `setCodecPreferences()` choose codecs. Whoever edits must take the number out of the `m=` line as well.',
      lesson: 'connecting/sdp',
      lab: { name: 'sdp', press: 'take an a=rtpmap out, and call' },
    },
    {
      slug: 'several-streams-in-one-section',
      says: {
        chromium:
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: Media section has more than one track specified with a=ssrc lines which is not supported with Unified Plan.",
        firefox: null,
      },
      cause:
        'One section tells of several tracks: Plan B, the dialect of Chromium before 2022. An old server or an old library still speaks it.',
      remedy: 'Bring the other side up to date. There is no switch left in the browser.',
      lesson: 'connecting/sdp',
      lab: { name: 'sdp', press: 'Any other: Chromium before 2022' },
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
      cause: 'The message is still a text: nobody called `JSON.parse()`, or somebody called `JSON.stringify()` twice.',
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
};
