import { after, type Browser, exceptionOf, type Move, type RefusalName } from './signaling-state.ts';

export type RefusedMove = { error: RefusalName; why: string; instead: string };

/** Why a move is refused and which would help; undefined where it is not refused. */
export function explain(state: RTCSignalingState, move: Move, browser?: Browser): RefusedMove | undefined {
  if (after(state, move, browser)) return undefined;
  const { error, why, instead } = exceptionOf(state, move, browser) ?? {
    error: 'InvalidStateError',
    ...reason(state, move),
  };
  return { error, why, instead };
}

type Reason = Omit<RefusedMove, 'error'>;

function reason(state: RTCSignalingState, move: Move): Reason {
  if (state === 'closed') {
    return { why: 'This connection is closed, and stays closed.', instead: 'Make a new RTCPeerConnection.' };
  }
  const [side, type] = move.split(' ') as ['local' | 'remote', 'offer' | 'pranswer' | 'answer' | 'rollback'];
  if (type === 'rollback') return nothingToTakeBack(state);
  if (type === 'offer') return offerTooEarly(state);
  return side === 'local' ? notOursToAnswer(state) : notTheirsToAnswer(state);
}

const nothingToTakeBack = (state: RTCSignalingState): Reason =>
  state === 'stable'
    ? { why: 'No offer is open, so there is nothing to take back.', instead: 'Nothing: this is where it would lead.' }
    : { why: 'A provisional answer cannot be taken back.', instead: `Go on to the end: ${finalAnswer(state)}.` };

const offerTooEarly = (state: RTCSignalingState): Reason =>
  state === 'have-remote-offer'
    ? {
        why: 'Their offer is open and waits for our answer; ours would collide with it.',
        instead: 'Answer first, then offer. Or take theirs back with a rollback.',
      }
    : { why: 'The last offer has only a provisional answer yet.', instead: `First ${finalAnswer(state)}.` };

const notOursToAnswer = (state: RTCSignalingState): Reason =>
  state === 'stable'
    ? {
        why: 'An answer needs an offer, and none is open.',
        instead: 'First set theirs: setRemoteDescription(offer). If it was answered already, once is enough.',
      }
    : { why: 'The open offer is our own: only they can answer it.', instead: `Wait for theirs, then ${theirAnswer}.` };

const notTheirsToAnswer = (state: RTCSignalingState): Reason =>
  state === 'stable'
    ? {
        why: 'An answer needs an offer, and none of ours is open.',
        instead: 'First set ours: setLocalDescription(offer). If this answer came twice, leave the second one out.',
      }
    : { why: 'The open offer is theirs: it is for us to answer.', instead: `Make an answer, then ${ourAnswer}.` };

const ourAnswer = 'setLocalDescription(answer)';
const theirAnswer = 'setRemoteDescription(answer)';
const finalAnswer = (state: RTCSignalingState) => (state === 'have-local-pranswer' ? ourAnswer : theirAnswer);
