/** Told at each candidate: the description as it stands by now, and whether anything will still be added to it. */
type Show = (description: RTCSessionDescription, isWhole: boolean) => void;

// #region show
function showAsItGrows(peer: RTCPeerConnection, show: Show) {
  peer.onicecandidate = ({ candidate }) => show(peer.localDescription!, candidate === null);
}
// #endregion show

/** Alice wants to talk, so there must be something to talk through before she describes it. */
export async function offer(alice: RTCPeerConnection, show: Show) {
  // #region offer
  const chat = alice.createDataChannel('chat');
  showAsItGrows(alice, show);
  await alice.setLocalDescription();
  // #endregion offer
  return chat;
}

/** Bob needs nothing but what was brought to him. */
export async function answer(bob: RTCPeerConnection, brought: RTCSessionDescriptionInit, show: Show) {
  // #region answer
  showAsItGrows(bob, show);
  await bob.setRemoteDescription(brought);
  await bob.setLocalDescription();
  // #endregion answer
}

export async function connect(alice: RTCPeerConnection, brought: RTCSessionDescriptionInit) {
  // #region connect
  await alice.setRemoteDescription(brought);
  // #endregion connect
}
