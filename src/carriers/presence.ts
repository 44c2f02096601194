import type { News, Peer } from '../../protocol/messages.ts';

/** Who else is in the room, as this seat knows it. */
export function openPresence() {
  const here = new Map<string, Peer>();
  const missing = new Map<string, Peer>();

  return {
    get list(): Peer[] {
      return [...here.values()];
    },

    /** Whether somebody comes who was not here, or goes who was. */
    hear({ what, peer }: Extract<News, { what: 'peerJoined' | 'peerLeft' }>): boolean {
      missing.delete(peer.seat);
      if (what === 'peerLeft') return here.delete(peer.seat);
      const isNew = !here.has(peer.seat);
      here.set(peer.seat, peer);
      return isNew;
    },

    /** The server has forgotten everybody, and so far only these have found their way back. */
    forgotten(present: readonly Peer[]) {
      for (const [seat, peer] of here) if (!present.some((peer) => peer.seat === seat)) missing.set(seat, peer);
    },

    /** Who has not come back. */
    get missing(): Peer[] {
      return [...missing.values()];
    },
  };
}
