/** What one end says about itself, straight to the other: whether it can be heard and seen. */
export type About = { microphone: boolean; picture: 'camera' | 'screen' | 'none' };

type Hear = {
  candidate(found: RTCIceCandidate | null): void;
  stream(theirs: MediaStream): void;
  about(theirs: About): void;
};

/** Everything that has to be in place before the first description. */
export function prepare(peer: RTCPeerConnection, stream: MediaStream, hear: Hear): RTCDataChannel {
  // #region prepare
  peer.ontrack = ({ streams: [theirs] }) => hear.stream(theirs!);
  peer.onicecandidate = ({ candidate }) => hear.candidate(candidate);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  const channel = peer.createDataChannel('about', { negotiated: true, id: 0 });
  channel.onmessage = ({ data }) => hear.about(JSON.parse(data));
  // #endregion prepare
  return channel;
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

/**
 * Whether an offer is of the connection that ours is connected to, or of a page that was loaded anew: in the origin of
 * one session, which is its `o=` line, nothing changes but the version (RFC 3264, section 8).
 */
export const isSameSession = ({ remoteDescription }: RTCPeerConnection, { sdp }: RTCSessionDescriptionInit) =>
  sessionOf(remoteDescription?.sdp) === sessionOf(sdp);

const sessionOf = (sdp = '') => /^o=\S+ \S+/m.exec(sdp)?.[0];

export const reach = (peer: RTCPeerConnection, theirs: RTCIceCandidateInit | null) => peer.addIceCandidate(theirs);

/** Looks for a way anew, without losing the call: the next offer carries other credentials. */
export async function restart(peer: RTCPeerConnection) {
  // #region restart
  peer.restartIce();
  await peer.setLocalDescription();
  return peer.localDescription!;
  // #endregion restart
}

/** Silence is sent instead. The device stays open, so this is undone at once. */
export function mute(stream: MediaStream, muted: boolean) {
  // #region mute
  for (const track of stream.getAudioTracks()) track.enabled = !muted;
  // #endregion mute
}

/** Nothing is sent any more, and the camera's light goes out. Neither needs a new description. */
export async function stopPicture(sender: RTCRtpSender) {
  // #region stop
  sender.track?.stop();
  await sender.replaceTrack(null);
  // #endregion stop
}

/** Another track takes the place of the one before, and the other side sees it without being asked. */
export async function showPicture(sender: RTCRtpSender, track: MediaStreamTrack) {
  // #region show
  sender.track?.stop();
  await sender.replaceTrack(track);
  // #endregion show
}

export const hangUp = (peer: RTCPeerConnection) => peer.close();
