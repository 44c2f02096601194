import { picture, stop } from './connect.ts';
import { attempt, callOn, next, quiet, type Scenarios, shape } from './scenario.ts';

const tracksOf = (stream: MediaStream) => stream.getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`);

export const media: Scenarios = {
  async getUserMedia(see) {
    const { mediaDevices } = navigator;
    const ask = (...given: unknown[]) => callOn(mediaDevices, mediaDevices.getUserMedia, ...given);
    await attempt(see, 'nothing', () => ask());
    await attempt(see, 'neither', () => ask({ audio: false }));
    await attempt(see, 'nonsense', () => ask(1));
    await attempt(see, 'a bad width', () => ask({ video: { width: 'x' } }));
    await attempt(see, 'too much', () => ask({ video: { width: { exact: 99_999 } } }));
    await attempt(see, 'another camera', () => ask({ video: { deviceId: { exact: 'none' } } }));
    const stream = (await attempt(see, 'both', () => ask({ audio: true, video: true }))) as MediaStream;
    see(tracksOf(stream), stream.active);
    stop(stream);
  },

  async 'getDisplayMedia without a click'(see) {
    const { mediaDevices } = navigator;
    const ask = (...given: unknown[]) => callOn(mediaDevices, mediaDevices.getDisplayMedia, ...given);
    await attempt(see, 'nonsense', () => ask({ video: { width: { exact: 1 } } }));
    await attempt(see, 'no picture', () => ask({ video: false }));
    await attempt(see, 'a screen', async () => stop((await ask()) as MediaStream));
  },

  async 'enumerateDevices and getSupportedConstraints'(see) {
    const { mediaDevices } = navigator;
    const devices = await attempt(see, 'enumerate', () => mediaDevices.enumerateDevices());
    see(devices!.map(({ kind }) => kind).sort(), Object.keys(devices![0]!.toJSON()));
    await attempt(see, 'constraints', () => Object.keys(mediaDevices.getSupportedConstraints()).sort());
    if ('selectAudioOutput' in mediaDevices) {
      await attempt(see, 'output', () => callOn(mediaDevices, mediaDevices.selectAudioOutput));
    }
  },

  devicechange(see) {
    const { mediaDevices } = navigator;
    mediaDevices.ondevicechange = (event) => see(event.type, event.isTrusted);
    see(mediaDevices.dispatchEvent(new Event('devicechange')));
    mediaDevices.ondevicechange = null;
  },

  async 'the getUserMedia of old, with callbacks'(see) {
    const { webkitGetUserMedia, mozGetUserMedia } = navigator as unknown as Record<string, unknown>;
    const old = webkitGetUserMedia ?? mozGetUserMedia;
    for (const constraints of [{ video: true }, { video: { width: { exact: 99_999 } } }]) {
      await new Promise<void>((over) => {
        const came = (stream: MediaStream) => {
          see('comes', tracksOf(stream));
          stop(stream);
          over();
        };
        const failed = (error: unknown) => {
          see('fails', error);
          over();
        };
        see('returns', callOn(navigator, old, constraints, came, failed));
      });
    }
    await attempt(see, 'nothing', () => callOn(navigator, old));
    await attempt(see, 'of another', () => callOn({}, old));
  },

  async 'stream: addTrack, removeTrack and clone'(see) {
    const { stream, track } = picture();
    const clone = stream.clone();
    see(clone.id === stream.id, clone.getTracks()[0] === track, tracksOf(clone));
    await attempt(see, 'add', () => stream.addTrack(clone.getTracks()[0]!));
    await attempt(see, 'add twice', () => stream.addTrack(track));
    see(tracksOf(stream), stream.getTrackById(track.id) === track, stream.getAudioTracks());
    await attempt(see, 'remove', () => stream.removeTrack(track));
    await attempt(see, 'remove twice', () => stream.removeTrack(track));
    await attempt(see, 'nonsense', () => callOn(stream, stream.addTrack, {}));
    see(tracksOf(stream));
    stop(stream);
    track.stop();
  },

  async 'track: stop fires nothing'(see) {
    const { track } = picture();
    track.onended = () => see('ended');
    await attempt(see, 'stop', () => track.stop());
    see(track.readyState, track.enabled, track.muted);
    await attempt(see, 'again', () => track.stop());
    await quiet();
  },

  async 'track: an event of the page’s own'(see) {
    const { track } = picture();
    track.onended = ({ isTrusted }) => see('the handler', isTrusted);
    for (const type of ['ended', 'mute', 'unmute']) {
      track.addEventListener(type, (event) => see(shape(event)));
      see(track.dispatchEvent(new Event(type)));
    }
    see(track.readyState);
    track.stop();
  },

  async 'track: clone and enabled'(see) {
    const { track } = picture();
    const clone = track.clone();
    see(clone.id === track.id, clone.kind, clone.label === track.label, clone.constructor);
    await attempt(see, 'disable', () => Reflect.set(track, 'enabled', false));
    await attempt(see, 'anything is true', () => Reflect.set(clone, 'enabled', {}));
    see(track.enabled, clone.enabled);
    track.stop();
    see(clone.readyState, track.clone().readyState);
    clone.stop();
  },

  async 'track: settings, constraints and capabilities'(see) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320 } });
    const track = stream.getVideoTracks()[0]!;
    await attempt(see, 'settings', () => Object.keys(track.getSettings()).sort());
    await attempt(see, 'constraints', () => track.getConstraints());
    await attempt(see, 'capabilities', () => Object.keys(track.getCapabilities()).sort());
    await attempt(see, 'apply', () => track.applyConstraints({ height: { ideal: 240 } }));
    await attempt(see, 'too much', () => track.applyConstraints({ height: { exact: 99_999 } }));
    await attempt(see, 'nonsense', () => callOn(track, track.applyConstraints, 1));
    see(track.getConstraints());
    track.stop();
    await attempt(see, 'when ended', () => track.applyConstraints({ height: { exact: 99_999 } }));
  },

  async 'track and stream in a video'(see) {
    const { stream, track } = picture();
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    const shown = next(video, 'loadedmetadata');
    await video.play();
    see(shape(await shown), video.srcObject === stream, video.videoWidth);
    track.stop();
    video.srcObject = null;
  },
};
