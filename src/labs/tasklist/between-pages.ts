import type { Seat } from '../../carriers/carrier.ts';
import { socketIo } from '../../carriers/socket-io.ts';

type Means = {
  room: string;
  name: string;
  iceServers: RTCIceServer[];
  signal: AbortSignal;
  /** Whether another page is there, which comes before any channel to it. */
  met(isThere: boolean): void;
};

/**
 * A channel to every other page of a call, over connections that are nobody's lesson and that nobody records. Whoever was
 * there first calls whoever comes.
 */
export async function betweenPages(
  { room, name, iceServers, signal, met }: Means,
  opened: (channel: RTCDataChannel) => void,
): Promise<void> {
  const joined = await socketIo().join({ room: `${room}.pages`, name }, signal);
  if (!joined.ok) return;
  const seat = joined.value;
  const there = new Set(seat.peers.map(({ seat }) => seat));
  const tell = () => met(there.size > 0);
  tell();
  const peers = new Map<string, RTCPeerConnection>();

  function connect(): RTCPeerConnection {
    const peer = new RTCPeerConnection({ iceServers });
    peer.onicecandidate = ({ candidate }) => seat.candidate(candidate);
    const channel = peer.createDataChannel('trace', { negotiated: true, id: 0 });
    channel.onopen = () => opened(channel);
    signal.addEventListener('abort', () => peer.close());
    return peer;
  }

  seat.listen(async (heard) => {
    switch (heard.what) {
      case 'peerJoined': {
        there.add(heard.peer.seat);
        tell();
        const peer = connect();
        await peer.setLocalDescription();
        const offered = await seat.offer(peer.localDescription!, heard.peer.seat);
        if (offered.ok) peers.set(offered.value.offer, peer);
        return;
      }
      case 'peerLeft':
        there.delete(heard.peer.seat);
        return tell();
      case 'offerWaiting':
        peers.set(heard.offer.id, connect());
        return answer(seat, heard.offer.id, peers.get(heard.offer.id)!, heard.offer.description);
      case 'answered':
        return peers.get(heard.offer.id)?.setRemoteDescription(heard.answer);
      case 'candidateFound':
        return peers.get(heard.offer)?.addIceCandidate(heard.candidate ?? undefined);
    }
  });
}

async function answer(seat: Seat, id: string, peer: RTCPeerConnection, offer: RTCSessionDescriptionInit) {
  await peer.setRemoteDescription(offer);
  await peer.setLocalDescription();
  await seat.answer(id, peer.localDescription!);
}
