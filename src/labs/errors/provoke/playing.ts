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

  async 'track-during-recording'({ newPeer }) {
    const { track } = newPeer('alice').addTransceiver('audio').receiver;
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
    // #region track-during-recording
    const stream = canvas.captureStream();
    const recorder = new MediaRecorder(stream);
    const failed = new Promise((_, reject) => {
      recorder.onerror = ({ error }) => reject(error);
    });
    recorder.start();
    stream.addTrack(track);
    await failed;
    // #endregion track-during-recording
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
