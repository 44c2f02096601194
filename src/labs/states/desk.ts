import type { Situation } from './foretell.ts';
import type { CallName, Ready } from './states.ts';

/** One peer of the lab, and what it has made that may still be handed over. */
export type Side = {
  readonly name: string;
  readonly peer: RTCPeerConnection;
  /** The newest of each. */
  offer?: RTCSessionDescriptionInit;
  answer?: RTCSessionDescriptionInit;
  /** Made by createOffer or createAnswer, and not set since: only this can still be set as local. */
  unset: readonly ('offer' | 'answer')[];
  /** What was found and not yet told. */
  found: readonly RTCIceCandidate[];
  /** What comes of the other one. */
  stream?: MediaStream;
};

export function readyFor(mine: Side, theirs: Side): Ready {
  return {
    offer: mine.unset.includes('offer') ? mine.offer : undefined,
    answer: mine.unset.includes('answer') ? mine.answer : undefined,
    theirOffer: theirs.offer,
    theirAnswer: theirs.answer,
    candidates: candidatesFor(mine.peer, theirs),
  };
}

export function situationOf(mine: Side, theirs: Side): Situation {
  const { peer, stream } = mine;
  const ready = readyFor(mine, theirs);
  return {
    state: peer.signalingState,
    gathering: peer.iceGatheringState,
    receiving: Boolean(stream?.getTracks().length),
    hasRemote: remoteOf(peer) !== null,
    hasAnswer: ready.answer !== undefined,
    theirs: {
      name: theirs.name,
      offer: theirs.offer !== undefined,
      answer: theirs.answer !== undefined,
      candidates: ready.candidates.length,
    },
  };
}

/** Those of a description that was taken back or replaced belong to nothing any more. */
function candidatesFor(peer: RTCPeerConnection, { found }: Side) {
  const remoteDescription = remoteOf(peer);
  if (!remoteDescription) return found;
  return found.filter(({ usernameFragment }) => remoteDescription.sdp.includes(`a=ice-ufrag:${usernameFragment}\r\n`));
}

/** Firefox 153 throws where a closed connection is asked for its descriptions; webrtc-pc does not. */
const remoteOf = (peer: RTCPeerConnection) => (peer.signalingState === 'closed' ? null : peer.remoteDescription);

/** Puts on the desk what a call that succeeded has made, and takes from it what is of no use any more. */
export function settle(call: CallName, result: unknown, ready: Ready, mine: Side, theirs: Side) {
  if (call === 'createOffer' || call === 'createAnswer') {
    const type = call === 'createOffer' ? 'offer' : 'answer';
    mine[type] = result as RTCSessionDescriptionInit;
    mine.unset = [...mine.unset, type];
    return;
  }
  if (call === 'addIceCandidate') {
    theirs.found = theirs.found.filter((candidate) => !ready.candidates.includes(candidate));
    return;
  }
  if (call === 'close' || call === 'restartIce') return;
  // webrtc-pc §4.4.1.5 forgets what was created as soon as a description is set.
  mine.unset = [];
  const said = mine.peer.localDescription;
  if (call === 'local offer') {
    mine.offer = { type: 'offer', sdp: said!.sdp };
    // An answer belongs to one offer, and this is another one.
    theirs.answer = undefined;
  }
  if (call === 'local answer' || call === 'local pranswer') mine.answer = { type: 'answer', sdp: said!.sdp };
}
