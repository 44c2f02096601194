/** What the browser would answer now. Nobody is asked for it. */
export async function whetherAllowed(name: 'camera' | 'microphone', told: (state: PermissionState) => void) {
  // #region permission
  const permission = await navigator.permissions.query({ name });
  told(permission.state); // 'granted', 'denied' or 'prompt'
  permission.onchange = () => told(permission.state);
  // #endregion permission
  return permission;
}

/** The browser asks its user, and the promise waits for as long as they think about it. */
export async function ask(devices: MediaDevices, wanted: MediaStreamConstraints) {
  // #region ask
  const stream = await devices.getUserMedia(wanted);
  // #endregion ask
  return stream;
}

/** One's own picture: the page shows it to whom it belongs to. */
export async function show(stream: MediaStream, video: HTMLVideoElement) {
  // #region show
  video.muted = true; // or you hear yourself, and so does the microphone
  video.srcObject = stream;
  await video.play();
  // #endregion show
}

/** What came is seldom quite what was asked for: a wish is met as nearly as the device can. */
export function received(stream: MediaStream) {
  // #region received
  return stream.getTracks().map((track) => ({
    kind: track.kind,
    label: track.label,
    settings: track.getSettings(),
  }));
  // #endregion received
}

/** Taking the stream off the video would hide the picture and leave the camera on. Only this turns its light off. */
export function stop(stream: MediaStream) {
  // #region stop
  for (const track of stream.getTracks()) {
    track.stop();
  }
  // #endregion stop
}
