type Tell = (name: 'offer' | 'candidate', body: unknown) => void;

/** A real Alice, who does everything right. */
export async function callBob(
  alice: RTCPeerConnection,
  stream: MediaStream,
  tellBob: Tell,
  show: (stream: MediaStream) => void,
) {
  alice.ontrack = ({ streams: [theirs] }) => theirs && show(theirs);
  alice.onicecandidate = ({ candidate }) => tellBob('candidate', candidate);
  for (const track of stream.getTracks()) alice.addTrack(track, stream);
  const offer = await alice.createOffer();
  await alice.setLocalDescription(offer);
  tellBob('offer', offer);
}

export async function hearBob(alice: RTCPeerConnection, name: 'answer' | 'candidate', body: unknown) {
  if (name === 'answer') await alice.setRemoteDescription(body as RTCSessionDescriptionInit);
  else await alice.addIceCandidate(body as RTCIceCandidateInit | null);
}
