/** A stream is a bag; what one works with are the tracks in it. */
export async function open(devices: MediaDevices) {
  // #region open
  const stream = await devices.getUserMedia({ video: true, audio: true });
  const tracks = stream.getTracks();
  // #endregion open
  return tracks;
}

/** All that a button or a lamp may say of a track, read from the track itself, each time anew. */
export function stateOf(track: MediaStreamTrack) {
  // #region state
  const { kind, label, enabled, muted, readyState } = track;
  // #endregion state
  return { kind, label, enabled, muted, readyState };
}

/** What happens to a track without your doing. Your own stop() and your own `enabled` fire nothing. */
export function watch(track: MediaStreamTrack, changed: (event: Event) => void) {
  // #region watch
  track.onended = changed; // unplugged, permission taken back, ended by the other side
  track.onmute = changed; // the source has nothing to give for a while
  track.onunmute = changed;
  // #endregion watch
}

/** The light switch: black and silence instead of picture and sound, and back at once. */
export function enable(track: MediaStreamTrack, on: boolean) {
  // #region enable
  track.enabled = on;
  // #endregion enable
}

/** A second track of the same source, with a life of its own. */
export function twin(track: MediaStreamTrack) {
  // #region clone
  const clone = track.clone();
  // #endregion clone
  return clone;
}

/** For good. The device is let go when this was the last live track that came of it. */
export function end(track: MediaStreamTrack) {
  // #region stop
  track.stop();
  // #endregion stop
}

/** One track in an element of its own. */
export async function show(track: MediaStreamTrack, video: HTMLVideoElement) {
  // #region show
  video.muted = true; // or it may not play before somebody has clicked
  video.playsInline = true; // or an iPhone plays it full screen, or shows black
  video.srcObject = new MediaStream([track]);
  await video.play();
  // #endregion show
}

/** Whether what came of one device still keeps it busy. */
export function holders(tracks: readonly MediaStreamTrack[], kind: string) {
  // #region holders
  return tracks.filter((track) => track.kind === kind && track.readyState === 'live');
  // #endregion holders
}
