import type { Told } from './mailbox.ts';

type Tell = (told: Told, body: unknown) => void;

/** Alice calls: what she has to send comes first, then the offer that describes it. */
export async function call(alice: RTCPeerConnection, stream: MediaStream, tellBob: Tell) {
  // #region call
  const chat = alice.createDataChannel('chat');
  for (const track of stream.getTracks()) alice.addTrack(track, stream);
  alice.onicecandidate = ({ candidate }) => tellBob('candidate', candidate);
  const offer = await alice.createOffer();
  await alice.setLocalDescription(offer);
  tellBob('offer', offer);
  // #endregion call
  return chat;
}

/** Bob answers: he takes her offer, adds what he has to send, and only then describes it. */
export async function answer(
  bob: RTCPeerConnection,
  stream: MediaStream,
  offer: RTCSessionDescriptionInit,
  tellAlice: Tell,
) {
  // #region answer
  bob.onicecandidate = ({ candidate }) => tellAlice('candidate', candidate);
  await bob.setRemoteDescription(offer);
  for (const track of stream.getTracks()) bob.addTrack(track, stream);
  const answer = await bob.createAnswer();
  await bob.setLocalDescription(answer);
  tellAlice('answer', answer);
  // #endregion answer
}

/** What one hears from the other while they find a way. */
export async function hear(peer: RTCPeerConnection, told: Told, body: unknown) {
  // #region hear
  if (told === 'answer') await peer.setRemoteDescription(body as RTCSessionDescriptionInit);
  if (told === 'candidate') await peer.addIceCandidate(body as RTCIceCandidateInit | null);
  // #endregion hear
}
