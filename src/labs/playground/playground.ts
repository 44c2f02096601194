import type { DisplayOptions } from '../../media/display-options.ts';

/** Camera and microphone, in one question. */
export async function share(devices: MediaDevices) {
  // #region share
  const stream = await devices.getUserMedia({ video: true, audio: true });
  // #endregion share
  return stream;
}

export async function show(video: HTMLVideoElement, stream: MediaStream) {
  // #region show
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  // #endregion show
}

export function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}

/** What was typed is text; what a camera is asked for are numbers, and never more than it has. */
export async function resize(stream: MediaStream, typed: { width: string; height: string }) {
  // #region resize
  const [picture] = stream.getVideoTracks();
  const able = picture!.getCapabilities?.() ?? {};
  const wish = (text: string, most = Infinity) => ({ ideal: Math.min(Number(text), most) });
  await picture!.applyConstraints({
    width: wish(typed.width, able.width?.max),
    height: wish(typed.height, able.height?.max),
  });
  // #endregion resize
  return picture!.getSettings();
}

/** Collects what comes until it is stopped; then all of it is one Blob. */
export function record(stream: MediaStream) {
  // #region record
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const recorded = new Promise<Blob>((done) => {
    // Firefox has forgotten by then which type it recorded; what came of it has not.
    recorder.onstop = () => done(new Blob(chunks, { type: chunks[0]!.type }));
  });
  recorder.start();
  // #endregion record
  return { recorder, recorded };
}

/** A recording is a file, not a stream: it is played from an address that is made for it, and given back afterwards. */
export async function play(video: HTMLVideoElement, recording: Blob) {
  // #region play
  const address = URL.createObjectURL(recording);
  video.srcObject = null;
  video.src = address;
  video.muted = false;
  await video.play();
  video.onended = () => URL.revokeObjectURL(address);
  // #endregion play
}

export async function shareScreen(devices: MediaDevices) {
  // #region screen
  const wishes: DisplayOptions = { video: true, surfaceSwitching: 'include' };
  const screen = await devices.getDisplayMedia(wishes);
  // #endregion screen
  return screen;
}

/** Another camera or microphone, in the same stream: whoever shows it goes on showing it, and the old one is let go. */
export async function change(devices: MediaDevices, stream: MediaStream, kind: 'video' | 'audio', deviceId: string) {
  // #region change
  const fresh = await devices.getUserMedia({ [kind]: { deviceId: { exact: deviceId } } });
  for (const old of stream.getTracks().filter((track) => track.kind === kind)) {
    stream.removeTrack(old);
    old.stop();
  }
  for (const track of fresh.getTracks()) stream.addTrack(track);
  // #endregion change
}

export async function playThrough(element: HTMLMediaElement, deviceId: string) {
  await element.setSinkId(deviceId);
}
