import type { Entry } from '../../../protocol/entry.ts';
import { type Candidate, readCandidate } from '../../sdp/candidate.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import type { Fold } from '../moments.ts';
import { isRecord } from '../size.ts';
import { type Pair, pairsIn } from './pairs.ts';

/** A way to reach a peer: found by itself, or heard from the other one. */
export type Known = {
  readonly text: string;
  readonly read: Candidate;
  readonly side: 'own' | 'theirs';
  readonly mid: string;
  /** Milliseconds since the first entry of the trace. */
  readonly at: number;
};

export type IceError = { readonly code: number; readonly text: string; readonly url: string; readonly at: number };

/** What one connection knows of ways to itself and to the other. */
export type Ways = {
  readonly who: string;
  readonly on: string;
  readonly candidates: readonly Known[];
  readonly errors: readonly IceError[];
  readonly pairs: readonly Pair[];
};

export type CandidatesView = { readonly began?: number; readonly peers: Readonly<Record<string, Ways>> };

/** Enough for any network; what says more than this is not a call. */
const most = 500;

/** Candidates as they came, errors, and pairs as far as somebody asked for statistics. */
export function candidatesFold(clock: Clock = ownClock): Fold<CandidatesView> {
  return {
    start: { peers: {} },
    advance(view, entry) {
      const began = view.began ?? clock(entry);
      const { who, on } = entry;
      if (on === undefined) return view.began === undefined ? { ...view, began } : view;
      const key = `${who} ${on}`;
      const known = view.peers[key] ?? { who, on, candidates: [], errors: [], pairs: [] };
      const now = withEntry(known, entry, clock(entry) - began);
      return now === known ? { ...view, began } : { began, peers: { ...view.peers, [key]: now } };
    },
  };
}

function withEntry(ways: Ways, { what, name, body }: Entry, at: number): Ways {
  if (what === 'event' && name === 'icecandidate') return withCandidate(ways, body, 'own', at);
  if (what === 'call' && name === 'addIceCandidate' && Array.isArray(body))
    return withCandidate(ways, body[0], 'theirs', at);
  if (what === 'event' && name === 'icecandidateerror' && isRecord(body) && ways.errors.length < most) {
    const { errorCode, errorText, url } = body;
    const error = { code: Number(errorCode), text: String(errorText ?? ''), url: String(url ?? ''), at };
    return { ...ways, errors: [...ways.errors, error] };
  }
  if (what === 'return' && name === 'getStats' && isRecord(body)) {
    const pairs = pairsIn(body).slice(0, most);
    return pairs.length > 0 ? { ...ways, pairs } : ways;
  }
  return ways;
}

function withCandidate(ways: Ways, body: unknown, side: Known['side'], at: number): Ways {
  const { candidate, sdpMid } = isRecord(body) ? body : {};
  if (typeof candidate !== 'string' || ways.candidates.length >= most) return ways;
  const read = readCandidate(candidate);
  if (!read) return ways;
  const known = { text: candidate, read, side, mid: typeof sdpMid === 'string' ? sdpMid : '', at };
  return { ...ways, candidates: [...ways.candidates, known] };
}
