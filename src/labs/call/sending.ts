import { type About, mute, showPicture, stopPicture } from './two-party.ts';

type Means = {
  devices: MediaDevices;
  stream: MediaStream;
  /** What was sent before this page was loaded anew. */
  before: About | undefined;
  /** The sender of the picture, once there is a call. */
  sender(): RTCRtpSender | undefined;
  changed(): void;
  /** A camera or a screen was not to be had. */
  refused(error: unknown): void;
  signal: AbortSignal;
};

export type Sending = ReturnType<typeof openSending>;

const picture = { width: 320, height: 240 };

/** What this end sends: its voice, and a picture of its camera, of its screen, or none. */
export function openSending({ devices, stream, before, sender, changed, refused, signal }: Means) {
  // A screen is shown only to whom one has chosen to show it, each time anew.
  let about: About = {
    microphone: before?.microphone ?? true,
    picture: before?.picture === 'none' ? 'none' : 'camera',
  };
  // A real screen wherever there is one, whatever the camera is; where there is none, devices may have a synthetic one.
  const screens = [navigator.mediaDevices, devices].find((some) => some && 'getDisplayMedia' in some);
  mute(stream, !about.microphone);
  if (about.picture === 'none') for (const track of stream.getVideoTracks()) track.stop();

  function note(news: Partial<About>) {
    about = { ...about, ...news };
    changed();
  }

  /**
   * The next call sends what is shown now, so the stream is kept in step with the sender. A track that was stopped stays
   * in it: without one there would be no place for a picture later.
   */
  async function put(track: MediaStreamTrack | undefined, shown: About['picture']) {
    // Whoever chose a screen after the lab was stopped shares nothing.
    if (signal.aborted) return track?.stop();
    for (const old of stream.getVideoTracks()) {
      old.stop();
      if (track) stream.removeTrack(old);
    }
    if (track) stream.addTrack(track);
    const video = sender();
    if (video) await (track ? showPicture(video, track) : stopPicture(video));
    note({ picture: shown });
  }

  async function camera() {
    const [track] = (await devices.getUserMedia({ video: picture })).getVideoTracks();
    await put(track, 'camera');
  }

  async function screen() {
    const [track] = (await screens!.getDisplayMedia({ video: true })).getVideoTracks();
    // The browser has a button of its own that ends this.
    track!.addEventListener('ended', () => about.picture === 'screen' && void camera().catch(refused));
    await put(track, 'screen');
  }

  // A screen comes of this machine, whatever the camera is, and nobody else knows of it.
  signal.addEventListener('abort', () => {
    for (const track of stream.getVideoTracks()) track.stop();
  });

  return {
    get about() {
      return about;
    },
    canShare: screens !== undefined,
    toggleMicrophone() {
      mute(stream, about.microphone);
      note({ microphone: !about.microphone });
    },
    toggleCamera: () => (about.picture === 'camera' ? put(undefined, 'none') : camera()).catch(refused),
    toggleScreen: () => (about.picture === 'screen' ? camera() : screen()).catch(refused),
  };
}
