import { look } from './look.ts';

/** No sound: two devices in one room would howl. */
export async function ask(devices: MediaDevices) {
  // #region ask
  const stream = await devices.getUserMedia({ video: { width: 320, height: 240 } });
  // #endregion ask
  return stream;
}

type Hear = {
  candidate(found: RTCIceCandidate | null): void;
  stream(theirs: MediaStream): void;
  findings(theirs: string): void;
};

/** The same at both ends. What each page may do goes straight to the other one, beside the picture. */
export function prepare(peer: RTCPeerConnection, stream: MediaStream, hear: Hear) {
  // #region prepare
  peer.ontrack = ({ streams: [theirs] }) => hear.stream(theirs!);
  peer.onicecandidate = ({ candidate }) => hear.candidate(candidate);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  const channel = peer.createDataChannel('findings', { negotiated: true, id: 0 });
  channel.onopen = () => channel.send(JSON.stringify({ from: origin, ...look() }));
  channel.onmessage = ({ data }) => hear.findings(data);
  // #endregion prepare
}

export async function offer(peer: RTCPeerConnection) {
  // #region offer
  await peer.setLocalDescription();
  return peer.localDescription!;
  // #endregion offer
}

export async function answer(peer: RTCPeerConnection, theirs: RTCSessionDescriptionInit) {
  // #region answer
  await peer.setRemoteDescription(theirs);
  await peer.setLocalDescription();
  return peer.localDescription!;
  // #endregion answer
}

export const settle = (peer: RTCPeerConnection, theirs: RTCSessionDescriptionInit) => peer.setRemoteDescription(theirs);

export const reach = (peer: RTCPeerConnection, theirs: RTCIceCandidateInit | null) => peer.addIceCandidate(theirs);
