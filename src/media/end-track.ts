/** As it was before anybody listened in: pulling a plug is nobody's call of stop(). */
const stop = globalThis.MediaStreamTrack?.prototype.stop;

/** Ends a track as a browser does when its source is gone: without the page's doing, and with an event. */
export function endTrack(track: MediaStreamTrack) {
  if (track.readyState === 'ended') return;
  stop!.call(track);
  track.dispatchEvent(new Event('ended'));
}

/**
 * In Firefox whoever listens to a track hears only what the browser itself tells (153 ESR), unless they say that they
 * want more, by a fourth argument that no other browser knows. A track that can be ended from outside says it for them.
 */
export function hearsItsEnd(track: MediaStreamTrack) {
  const listen = EventTarget.prototype.addEventListener as (...given: unknown[]) => void;
  const addEventListener = (type: string, listener: unknown, options?: unknown) =>
    listen.call(track, type, listener, options, true);
  return Object.defineProperty(track, 'addEventListener', { value: addEventListener });
}
