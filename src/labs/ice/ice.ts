/** Whom to ask for more addresses, and whether only a relay will do. */
export const configuration = (iceServers: RTCIceServer[], relayOnly: boolean): RTCConfiguration => ({
  // #region configuration
  iceServers,
  iceTransportPolicy: relayOnly ? 'relay' : 'all',
  // #endregion configuration
});

type Heard = {
  candidate(found: RTCIceCandidate): void;
  error(error: RTCPeerConnectionIceErrorEvent): void;
};

/** Candidates come once the description is set, and each is told once: whoever listens later has missed them. */
export function listen(peer: RTCPeerConnection, heard: Heard) {
  // #region listen
  peer.onicecandidate = ({ candidate }) => candidate?.candidate && heard.candidate(candidate);
  peer.onicecandidateerror = (error) => heard.error(error);
  // #endregion listen
}

/** A data channel is reason enough to look for a way, and needs no camera. */
export async function meet(alice: RTCPeerConnection, bob: RTCPeerConnection) {
  // #region meet
  alice.createDataChannel('chat');
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(bob.localDescription!);
  // #endregion meet
}

/** What one found, the other tries: each of its own with each of theirs. */
export async function tell(peer: RTCPeerConnection, candidate: RTCIceCandidate) {
  // #region tell
  await peer.addIceCandidate(candidate);
  // #endregion tell
}

/** Which pair won is told by statistics alone. */
export async function pairs(peer: RTCPeerConnection) {
  // #region pairs
  const stats = await peer.getStats();
  return [...stats.values()].filter(({ type }) => type === 'candidate-pair');
  // #endregion pairs
}
