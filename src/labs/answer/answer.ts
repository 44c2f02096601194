/** What Bob tells Alice. Whatever he tells her is carried across as text, and she hears it at once. */
type Tell = (name: 'answer' | 'candidate', body: unknown) => void;

/** Stands where something is missing: put your own lines in its place. */
const todo = (..._what: unknown[]) => {};

/** Bob has a connection. Nothing has come yet. */
export function prepare(bob: RTCPeerConnection, tellAlice: Tell, show: (stream: MediaStream) => void) {
  todo('Alice is told of every candidate that his browser finds', bob, tellAlice);
  todo('of whatever track comes, the stream is shown', bob, show);
}

/** Her offer has come. The stream is what Bob has to send: picture and sound. */
export async function hearOffer(
  bob: RTCPeerConnection,
  offer: RTCSessionDescriptionInit,
  stream: MediaStream,
  tellAlice: Tell,
) {
  todo('her offer is taken, his tracks are added, and she is told his answer', bob, offer, stream, tellAlice);
}

/** One of her candidates has come; after the last of them comes null. */
export async function hearCandidate(bob: RTCPeerConnection, candidate: RTCIceCandidateInit | null) {
  todo('his connection is given it', bob, candidate);
}
