/** A stream whose clone asks each of its tracks: natively they would be cloned past our knowledge of who still watches. */
export function streamOf(tracks: MediaStreamTrack[]): MediaStream {
  const stream = new MediaStream(tracks);
  const clone = () => streamOf(stream.getTracks().map((track) => track.clone()));
  return Object.defineProperty(stream, 'clone', { value: clone });
}
