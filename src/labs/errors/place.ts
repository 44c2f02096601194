/** Where an error is provoked: connections that are recorded, and a server that refuses everybody, if there is one. */
export type Place = {
  newPeer(who: string, configuration?: RTCConfiguration): RTCPeerConnection;
  relay: string;
};

/** Does what the browser refuses. What is no exception but an event is returned in words. */
export type Provoke = (place: Place) => unknown;

type Read = (answer: RTCSessionDescriptionInit) => RTCSessionDescriptionInit;

/** Brings two to an agreement, and to each other. `read` is what Alice makes of the answer. */
export async function call(alice: RTCPeerConnection, bob: RTCPeerConnection, read: Read = (answer) => answer) {
  alice.onicecandidate = ({ candidate }) => bob.addIceCandidate(candidate);
  bob.onicecandidate = ({ candidate }) => alice.addIceCandidate(candidate);
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(read(bob.localDescription!));
}
