import type { Heard, Seat } from '../../carriers/carrier.ts';

/** Whoever calls begins. What the seat sits on stands nowhere in here. */
export async function call(peer: RTCPeerConnection, seat: Seat) {
  // #region call
  await peer.setLocalDescription();
  await seat.offer(peer.localDescription!);
  // #endregion call
}

/** Both ends hear by the same few lines. */
export async function hear(peer: RTCPeerConnection, seat: Seat, heard: Heard) {
  // #region hear
  if (heard.what === 'offerWaiting') {
    await peer.setRemoteDescription(heard.offer.description);
    await peer.setLocalDescription();
    await seat.answer(heard.offer.id, peer.localDescription!);
  }
  if (heard.what === 'answered') await peer.setRemoteDescription(heard.answer);
  if (heard.what === 'candidateFound') await peer.addIceCandidate(heard.candidate);
  // #endregion hear
}
