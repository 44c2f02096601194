import type { Move } from '../../trace/signaling-state.ts';

export type CallName = 'createOffer' | 'createAnswer' | Move | 'addIceCandidate' | 'restartIce' | 'close';

/** What lies ready for a call: what this peer made and has not set yet, what the other one made, its candidates. */
export type Ready = {
  offer?: RTCSessionDescriptionInit;
  answer?: RTCSessionDescriptionInit;
  theirOffer?: RTCSessionDescriptionInit;
  theirAnswer?: RTCSessionDescriptionInit;
  candidates: readonly RTCIceCandidate[];
};

type Call = (peer: RTCPeerConnection, ready: Ready) => unknown;

/** Every button of the lab, and the one thing that it does. */
export const calls: Readonly<Record<CallName, Call>> = {
  // #region make
  createOffer: (peer) => peer.createOffer(),
  createAnswer: (peer) => peer.createAnswer(),
  // #endregion make

  // #region local
  // Without text the browser makes the description itself, there and then.
  'local offer': (peer, { offer }) => peer.setLocalDescription(offer ?? { type: 'offer' }),
  'local pranswer': (peer, { answer }) => peer.setLocalDescription({ type: 'pranswer', sdp: answer?.sdp }),
  'local answer': (peer, { answer }) => peer.setLocalDescription(answer ?? { type: 'answer' }),
  'local rollback': (peer) => peer.setLocalDescription({ type: 'rollback' }),
  // #endregion local

  // #region remote
  'remote offer': (peer, { theirOffer }) => peer.setRemoteDescription(theirOffer!),
  'remote pranswer': (peer, { theirAnswer }) => peer.setRemoteDescription({ type: 'pranswer', sdp: theirAnswer!.sdp! }),
  'remote answer': (peer, { theirAnswer }) => peer.setRemoteDescription(theirAnswer!),
  'remote rollback': (peer) => peer.setRemoteDescription({ type: 'rollback' }),
  // #endregion remote

  // #region way
  async addIceCandidate(peer, { candidates }) {
    for (const candidate of candidates) await peer.addIceCandidate(candidate);
  },
  restartIce: (peer) => peer.restartIce(),
  // #endregion way

  close: (peer) => peer.close(),
};

type Heard = { candidate(found: RTCIceCandidate): void; stream(theirs: MediaStream): void };

/** A connection with one track to send, and somebody who listens from the start. */
export function prepare(peer: RTCPeerConnection, stream: MediaStream, heard: Heard) {
  // #region prepare
  peer.ontrack = ({ streams: [theirs] }) => heard.stream(theirs!);
  peer.onicecandidate = ({ candidate }) => candidate?.candidate && heard.candidate(candidate);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  // #endregion prepare
}
