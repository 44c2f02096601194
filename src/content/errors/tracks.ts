import type { ErrorGroup } from './known-error.ts';

export const tracks: ErrorGroup = {
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
      cause: '`getStats()` was asked about a track that this connection neither sends nor receives, or sends no more.',
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
};
