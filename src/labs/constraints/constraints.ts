/** What this browser knows at all. What it does not know is dropped without a word, even if you demand it. */
export function known(devices: MediaDevices) {
  // #region supported
  const supported = devices.getSupportedConstraints();
  // #endregion supported
  return supported;
}

/** Asks for a camera anew, with constraints from the start: they may decide which camera it is. */
export async function ask(devices: MediaDevices, wanted: MediaTrackConstraints) {
  // #region ask
  const stream = await devices.getUserMedia({ video: wanted });
  const [track] = stream.getVideoTracks();
  // #endregion ask
  return track!;
}

/** Changes a track that is live. Who is refused keeps what they had. */
export async function apply(track: MediaStreamTrack, wanted: MediaTrackConstraints) {
  // #region apply
  await track.applyConstraints(wanted);
  // #endregion apply
}

/** What the device could do, what was asked of it last, and what it does. */
export function compare(track: MediaStreamTrack) {
  // #region compare
  const can = track.getCapabilities();
  const asked = track.getConstraints();
  const got = track.getSettings();
  // #endregion compare
  return { can, asked, got };
}

/** The picture, in an element. */
export async function show(track: MediaStreamTrack, video: HTMLVideoElement) {
  // #region show
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  await video.play();
  // #endregion show
}

export function stop(track: MediaStreamTrack) {
  // #region stop
  track.stop();
  // #endregion stop
}
