import { explain, type RefusedMove } from '../../trace/explain-move.ts';
import { after, type Browser, type Move } from '../../trace/signaling-state.ts';
import type { CallName } from './states.ts';

/** What is known of a peer before a button is pressed. */
export type Situation = {
  state: RTCSignalingState;
  gathering: RTCIceGatheringState;
  /** Whether a track of the other one has arrived. */
  receiving: boolean;
  hasRemote: boolean;
  hasAnswer: boolean;
  theirs: { name: string; offer: boolean; answer: boolean; candidates: number };
};

/** Where a call leads, or why it is refused, or that there is nothing yet to call it with. */
export type Foretold = Leads | RefusedMove | { missing: string };
export type Leads = { state: RTCSignalingState; also: readonly Also[] };
export type Also = 'an offer is made' | 'an answer is made' | 'gathering begins' | 'track fires';

/** What the browser will do, from the tables alone. */
export function foretell(call: CallName, at: Situation, browser?: Browser): Foretold {
  const { state, theirs } = at;
  switch (call) {
    case 'createOffer':
      return explain(state, 'local offer') ?? { state, also: ['an offer is made'] };
    case 'createAnswer':
      return explain(state, 'local answer') ?? { state, also: ['an answer is made'] };
    case 'addIceCandidate':
      if (theirs.candidates === 0) return { missing: `none of ${theirs.name} waits` };
      return state === 'closed' || at.hasRemote ? (closed(state) ?? { state, also: [] }) : noRemote;
    case 'restartIce':
      return { state, also: [] };
    case 'close':
      return { state: 'closed', also: [] };
    default:
      return foretellMove(call, at, browser);
  }
}

function foretellMove(move: Move, at: Situation, browser: Browser | undefined): Foretold {
  const { state, theirs } = at;
  if (move === 'remote offer' && !theirs.offer) return { missing: `${theirs.name} has made none` };
  if (/remote p?r?answer/.test(move) && !theirs.answer) return { missing: `${theirs.name} has made none` };
  const leads = after(state, move, browser);
  if (!leads) return explain(state, move, browser)!;
  // Chromium 156 takes a provisional answer without text for the final one, so it is never asked to.
  if (move === 'local pranswer' && !at.hasAnswer) return { missing: 'make an answer first' };
  return { state: leads, also: whatElse(move, at) };
}

function whatElse(move: Move, { gathering, receiving }: Situation): Also[] {
  if (move.endsWith('rollback')) return [];
  if (move.startsWith('local')) return gathering === 'new' ? ['gathering begins'] : [];
  return receiving ? [] : ['track fires'];
}

const closed = (state: RTCSignalingState) => (state === 'closed' ? explain(state, 'local offer') : undefined);

const noRemote: RefusedMove = {
  error: 'InvalidStateError',
  why: 'A candidate belongs to a description of theirs, and none is set.',
  instead: 'Keep what comes early, and add it once setRemoteDescription has succeeded.',
};
