/** The browser asks its user, and the promise waits for as long as they think about it. */
// #region ask
export async function ask(devices: MediaDevices, wanted: MediaStreamConstraints) {
  const stream = await devices.getUserMedia(wanted);
  return stream;
}
// #endregion ask

// #region show
export async function show(stream: MediaStream, video: HTMLVideoElement) {
  video.muted = true; // or the loudspeaker feeds the microphone, and it howls
  video.srcObject = stream;
  await video.play();
}
// #endregion show

/** What came is seldom quite what was asked for: a wish is met as nearly as the device can. */
// #region received
export function received(stream: MediaStream) {
  return stream.getTracks().map((track) => {
    const settings = track.getSettings();
    return { kind: track.kind, label: track.label, settings };
  });
}
// #endregion received

/** Taking the stream off the video would hide the picture and leave the camera on. Only this turns its light off. */
// #region stop
export function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) {
    track.stop();
  }
}
// #endregion stop
