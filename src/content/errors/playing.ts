import type { ErrorGroup } from './known-error.ts';

export const playing: ErrorGroup = {
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
      lab: { name: 'recorder', press: 'under Write, choose a type that says “not here”, and press Record' },
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
};
