import type { Provoke } from '../place.ts';

const silence = () => new MediaStreamAudioDestinationNode(new AudioContext()).stream;

/** Errors of recording a stream, and of showing it. */
export const playing = {
  'recording-type'() {
    // #region recording-type
    new MediaRecorder(silence(), { mimeType: 'video/quicktime' });
    // #endregion recording-type
  },

  'recording-twice'() {
    // #region recording-twice
    const recorder = new MediaRecorder(silence());
    recorder.start();
    recorder.start();
    // #endregion recording-twice
  },

  'recording-not-begun'() {
    // #region recording-not-begun
    const recorder = new MediaRecorder(silence());
    recorder.pause();
    // #endregion recording-not-begun
  },

  'recording-nothing'() {
    // #region recording-nothing
    const recorder = new MediaRecorder(new MediaStream());
    recorder.start();
    // #endregion recording-nothing
  },

  'track-for-stream'({ newPeer }) {
    const { track } = newPeer('alice').addTransceiver('video').receiver;
    // #region track-for-stream
    const video = document.createElement('video');
    video.srcObject = track as unknown as MediaStream;
    // #endregion track-for-stream
  },

  'stream-without-brackets'({ newPeer }) {
    const { track } = newPeer('alice').addTransceiver('video').receiver;
    // #region stream-without-brackets
    new MediaStream(track as unknown as MediaStreamTrack[]);
    // #endregion stream-without-brackets
  },

  'address-of-a-stream'() {
    // #region address-of-a-stream
    const video = document.createElement('video');
    video.src = URL.createObjectURL(new MediaStream() as unknown as Blob);
    // #endregion address-of-a-stream
  },

  async 'play-interrupted'() {
    // #region play-interrupted
    const video = document.createElement('video');
    video.srcObject = new MediaStream();
    const played = video.play();
    video.srcObject = null;
    await played;
    // #endregion play-interrupted
  },
} satisfies Record<string, Provoke>;
