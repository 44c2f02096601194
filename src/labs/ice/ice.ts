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

/** A data channel is reason enough to look for a way. Once there is one, browsers look no further: so Bob comes later. */
export async function meet(alice: RTCPeerConnection, bob: RTCPeerConnection, gathered: Promise<void>) {
  // #region meet
  alice.createDataChannel('chat');
  const offer = await alice.createOffer();
  await alice.setLocalDescription(offer);
  await gathered;
  await bob.setRemoteDescription(offer);
  const answer = await bob.createAnswer();
  await bob.setLocalDescription(answer);
  await alice.setRemoteDescription(answer);
  // #endregion meet
}

/** What one found, the other tries: each of its own with each of theirs. */
export async function tell(peer: RTCPeerConnection, candidate: RTCIceCandidate) {
  // #region tell
  await peer.addIceCandidate(candidate);
  // #endregion tell
}

/** Which of them are passed on at all: to look at TCP alone, whatever else there is stays at home. */
export const isPassedOn = (candidate: RTCIceCandidate, tcpOnly: boolean) =>
  // #region tcp
  !tcpOnly || candidate.protocol === 'tcp';
// #endregion tcp

/** Which pair won is told by statistics alone: Chromium names it in its transport, Firefox marks it. */
export async function wonPair(peer: RTCPeerConnection): Promise<{ candidateType: string }[]> {
  // #region won
  const stats = await peer.getStats();
  const all = [...stats.values()];
  const chosen = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pair = all.find(({ id, type, selected }) => type === 'candidate-pair' && (selected || id === chosen));
  return [stats.get(pair?.localCandidateId), stats.get(pair?.remoteCandidateId)];
  // #endregion won
}
