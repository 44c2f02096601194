/** Plays with sound where it may, and without where it may not. Then it is for a person to turn the sound on. */
export async function playAsLoudAsAllowed(video: HTMLVideoElement) {
  // #region play
  try {
    await video.play();
  } catch (error) {
    if ((error as Error).name !== 'NotAllowedError') throw error;
    video.muted = true;
    await video.play();
  }
  // #endregion play
}

/** Plays a stream with its sound in a document that nobody has touched, and tells what the browser says. */
export async function playUntouched(stream: MediaStream) {
  const frame = document.createElement('iframe');
  // Without this, the click that started the lab would count for the frame as well.
  frame.allow = "autoplay 'none'";
  frame.hidden = true;
  document.body.append(frame);
  try {
    const video = frame.contentDocument!.createElement('video');
    frame.contentDocument!.body.append(video);
    video.srcObject = stream;
    const said = await video.play().then(
      () => undefined,
      (error: Error) => `${error.name}: ${error.message}`,
    );
    await playAsLoudAsAllowed(video);
    return { said, muted: video.muted };
  } finally {
    frame.remove();
  }
}
