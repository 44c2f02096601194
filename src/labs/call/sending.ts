import { type About, mute, showPicture, stopPicture } from './two-party.ts';

type Means = {
  devices: MediaDevices;
  stream: MediaStream;
  /** The sender of the picture, once there is a call. */
  sender(): RTCRtpSender | undefined;
  changed(): void;
};

export type Sending = ReturnType<typeof openSending>;

const picture = { width: 320, height: 240 };

/** What this end sends: its voice, and a picture of its camera, of its screen, or none. */
export function openSending({ devices, stream, sender, changed }: Means) {
  let about: About = { microphone: true, picture: 'camera' };

  function note(news: Partial<About>) {
    about = { ...about, ...news };
    changed();
  }

  /**
   * The next call sends what is shown now, so the stream is kept in step with the sender. A track that was stopped stays
   * in it: without one there would be no place for a picture later.
   */
  async function put(track: MediaStreamTrack | undefined, shown: About['picture']) {
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

  return {
    get about() {
      return about;
    },
    toggleMicrophone() {
      mute(stream, about.microphone);
      note({ microphone: !about.microphone });
    },
    async toggleCamera() {
      if (about.picture === 'camera') await put(undefined, 'none');
      else await camera();
    },
    async toggleScreen() {
      if (about.picture === 'screen') return camera();
      // A real screen wherever there is one, whatever the camera is; where there is none, devices may have a synthetic one.
      const real = navigator.mediaDevices;
      const screens = real && 'getDisplayMedia' in real ? real : devices;
      const [track] = (await screens.getDisplayMedia({ video: true })).getVideoTracks();
      // The browser has a button of its own that ends this.
      track!.addEventListener('ended', () => about.picture === 'screen' && void camera());
      await put(track, 'screen');
    },
  };
}
