/** What is sent is added first: an offer describes what the connection holds when it is made, and nothing else. */
export async function offer(alice: RTCPeerConnection, stream: MediaStream) {
  // #region offer
  for (const track of stream.getTracks()) alice.addTrack(track, stream);
  alice.createDataChannel('chat');
  return alice.createOffer();
  // #endregion offer
}

/** Bob takes her offer, adds his own tracks to the sections that it has, and only then answers. */
export async function answer(bob: RTCPeerConnection, stream: MediaStream, offer: string) {
  // #region answer
  await bob.setRemoteDescription({ type: 'offer', sdp: offer });
  for (const track of stream.getTracks()) bob.addTrack(track, stream);
  return bob.createAnswer();
  // #endregion answer
}

/** Setting it says: I mean it. From here on candidates are looked for. */
export async function settle(mine: RTCPeerConnection, made: RTCSessionDescriptionInit) {
  // #region own
  await mine.setLocalDescription(made);
  // #endregion own
}

export async function hear(alice: RTCPeerConnection, answer: string) {
  // #region hear
  await alice.setRemoteDescription({ type: 'answer', sdp: answer });
  // #endregion hear
}

/** What came of a call, section by section: who sends, and what is sent. */
export function outcome(alice: RTCPeerConnection) {
  // #region outcome
  const sections = alice.getTransceivers().map(({ mid, currentDirection, sender, receiver }) => ({
    mid,
    kind: receiver.track.kind,
    direction: currentDirection,
    codec: sender.getParameters().codecs[0]?.mimeType,
  }));
  return { sections, largestMessage: alice.sctp?.maxMessageSize };
  // #endregion outcome
}

/** Any description at all, given to a connection that knows of nothing else. */
export async function tryOut(peer: RTCPeerConnection, description: string) {
  // #region try
  await peer.setRemoteDescription({ type: 'offer', sdp: description });
  // #endregion try
}
