export async function open(devices: MediaDevices) {
  // #region open
  const stream = await devices.getUserMedia({ video: true, audio: true });
  // #endregion open
  return stream;
}

/** Of these types, those that this browser can write. Playing is another matter, and another question. */
export function writable(types: readonly string[]) {
  // #region types
  return types.filter((type) => MediaRecorder.isTypeSupported(type));
  // #endregion types
}

export type Told = {
  chunk(data: Blob): void;
  changed(): void;
  failed(error: DOMException): void;
};

/** Begins to record. A chunk comes every `sliceMs`, or a single one at the end; the last one always comes before `stop`. */
export function record(stream: MediaStream, mimeType: string, sliceMs: number | undefined, told: Told) {
  // #region record
  const recorder = new MediaRecorder(stream, { mimeType });
  recorder.ondataavailable = ({ data }) => told.chunk(data);
  recorder.onstart = recorder.onpause = recorder.onresume = recorder.onstop = told.changed;
  recorder.onerror = (event) => told.failed((event as ErrorEvent).error);
  recorder.start(sliceMs);
  // #endregion record
  return recorder;
}

/** The chunks are slices of one file: only together, and in their order, can they be played. */
export function whole(chunks: readonly Blob[]) {
  // #region whole
  return new Blob([...chunks], { type: chunks[0]?.type });
  // #endregion whole
}

/** What a player makes of a recording: how long it takes it to be, or why it can't play it. */
export async function load(recording: Blob, video: HTMLVideoElement) {
  // #region play
  video.src = URL.createObjectURL(recording);
  // #endregion play
  return new Promise<{ length: number } | { error: MediaError }>((resolve) => {
    video.onloadedmetadata = () => resolve({ length: video.duration });
    video.onerror = () => resolve({ error: video.error! });
  });
}

/** Sends the player to an end that is not there: on its way it finds the real one. */
export async function findLength(video: HTMLVideoElement) {
  // #region length
  video.currentTime = Number.MAX_SAFE_INTEGER;
  while (!Number.isFinite(video.duration)) {
    await new Promise((changed) => video.addEventListener('durationchange', changed, { once: true }));
  }
  video.currentTime = 0;
  // #endregion length
  return video.duration;
}

export function stop(stream: MediaStream) {
  // #region stop
  for (const track of stream.getTracks()) track.stop();
  // #endregion stop
}
