import type { ErrorGroup } from './known-error.ts';

export const channels: ErrorGroup = {
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
};
