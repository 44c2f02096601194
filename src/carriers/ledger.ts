import type { News, Peer } from '../../protocol/messages.ts';
import type { Asked } from './line.ts';

/** A call, as this seat knows it. */
type Call = {
  /** The only one to whom it is told again: whom it was made to, or who answered. */
  partner?: string;
  /** What this seat said about it: the offer or the answer first, then candidates, or that it is over. */
  said: Asked[];
  /** The ids of the messages about it that were heard. */
  heard: Set<string>;
  isAnswered: boolean;
  /** Whether its end has to wait until its answer was told again: until then it would be an offer taken back. */
  endWaits: boolean;
  /** Whether the server knows of it, as far as we know. */
  isTold: boolean;
};

export type Ledger = ReturnType<typeof openLedger>;

/**
 * Remembers of every call what was said and heard. So a server that was restarted, and forgot, can be told again, and
 * what others tell again because of it is not heard twice.
 */
export function openLedger() {
  const calls = new Map<string, Call>();
  let newest: string | undefined;

  function open(offer: string, partner: string | undefined): Call {
    const call = { partner, said: [], heard: new Set<string>(), isAnswered: false, endWaits: false, isTold: true };
    calls.set(offer, call);
    return call;
  }

  /** Says a call of ours again, to the one whom it concerns if there is one. */
  function sayAgain(call: Call): Asked[] {
    call.isTold = true;
    const [first, ...rest] = call.said;
    if (first?.what !== 'offer') return call.said;
    call.endWaits = call.isAnswered;
    return [{ ...first, to: call.partner }, ...(isEnded(call) && call.endWaits ? [] : rest)];
  }

  /** Whether it was still going on, as far as this seat knew. */
  function forget(offer: string): boolean {
    const call = calls.get(offer);
    calls.delete(offer);
    return call !== undefined && !isEnded(call);
  }

  /** A server that was restarted must be told of a call before it can be told that it is over. */
  function end(offer: string, request: Asked) {
    const call = calls.get(offer);
    if (call) call.said = [...call.said.slice(0, 1), request];
  }

  return {
    get newest() {
      return newest;
    },

    /**
     * Whether this is about a call of which the server has not been told all yet that it has to know for it, or those
     * who are missing: an offer to all that is taken back before they are there again would wait with them for ever.
     */
    hasToWait(request: Asked, missing: readonly Peer[]): boolean {
      const offer = request.what === 'offer' ? request.id : 'offer' in request ? request.offer : undefined;
      const call = calls.get(offer ?? '');
      if (!call) return false;
      return !call.isTold || (isEnd(request) && (call.endWaits || (isMine(call) && isAway(call, missing))));
    },

    /** Notes what is about to be asked. */
    say(request: Asked) {
      if (request.what === 'collect') return;
      if (request.what === 'leave') return calls.clear();
      const offer = request.what === 'offer' ? request.id : request.offer;
      if (offer === undefined) return;
      if (isEnd(request)) return end(offer, request);
      if (request.what === 'candidate') {
        const call = calls.get(offer);
        if (call && !isEnded(call)) call.said.push(request);
        return;
      }
      newest = offer;
      const call = calls.get(offer) ?? open(offer, request.what === 'offer' ? request.to : undefined);
      call.said = [request];
      call.isAnswered = request.what === 'answer';
    },

    /** What is over is forgotten. */
    granted(request: Asked) {
      if (isEnd(request)) calls.delete(request.offer);
    },

    /** What was refused will not be said again. */
    refused(request: Asked) {
      if (isEnd(request)) calls.delete(request.offer);
      if (request.what === 'offer') calls.delete(request.id!);
      const answered = request.what === 'answer' && calls.get(request.offer!);
      if (answered) Object.assign(answered, { said: [], isAnswered: false });
    },

    /** Whether this was not heard before, and what has to be said because it was. */
    hear(news: News): { isNew: boolean; again: Asked[] } {
      switch (news.what) {
        case 'offerWaiting': {
          const { id, from } = news.offer;
          const known = calls.get(id);
          if (known) return { isNew: false, again: sayAgain(known) };
          open(id, from.seat);
          return fresh;
        }
        case 'offerWithdrawn':
          return { isNew: forget(news.offer), again: [] };
        case 'answered': {
          const call = calls.get(news.offer.id);
          const again = call?.endWaits && isEnded(call) ? call.said.slice(1) : [];
          if (call) Object.assign(call, { partner: news.by.seat, isAnswered: true, endWaits: false });
          return { isNew: isFirst(call, news.mail), again };
        }
        case 'candidateFound':
          return { isNew: isFirst(calls.get(news.offer), news.mail), again: [] };
        case 'hungUp':
          return { isNew: forget(news.offer), again: [] };
        case 'peerJoined':
        case 'heldUp':
          return fresh;
        case 'peerLeft': {
          for (const [id, { partner }] of calls) if (partner === news.peer.seat) calls.delete(id);
          return fresh;
        }
      }
    },

    /** The server knows nothing of us any more. */
    forgotten() {
      for (const call of calls.values()) call.isTold = false;
    },

    /** What it has to be told again of our calls, of which those are there who have to hear it. */
    untold(missing: readonly Peer[]): Asked[] {
      const waits = (call: Call) => isAway(call, missing) && (call.partner !== undefined || isEnded(call));
      return [...calls.values()].filter((call) => isMine(call) && !call.isTold && !waits(call)).flatMap(sayAgain);
    },

    /** Who has not answered again by now will not; and what others offered and have not told again, they took back. */
    waitNoLonger(): News[] {
      for (const call of calls.values()) call.endWaits = false;
      const takenBack = [...calls].filter(([, call]) => !call.isTold && call.said.length === 0);
      return takenBack.map(([offer]) => ({ what: 'offerWithdrawn', offer, why: 'withdrawn' }));
    },

    /** We were away for so long that whoever we were in a call with was told that we left. */
    outlived() {
      for (const [id, { isAnswered }] of calls) if (isAnswered) calls.delete(id);
    },
  };
}

const isEnd = (request: Asked): request is Extract<Asked, { what: 'withdraw' | 'hangUp' }> =>
  request.what === 'withdraw' || request.what === 'hangUp';

const isMine = ({ said: [first] }: Call) => first?.what === 'offer';

/** Whether somebody is missing who knows of it: one, or if it is for all of them, anybody. */
const isAway = ({ partner }: Call, missing: readonly Peer[]) =>
  missing.some(({ seat }) => partner === undefined || seat === partner);

/** Whether this seat has ended it, and does not know yet whether the server heard so. */
const isEnded = ({ said }: Call) => said.some(isEnd);

const fresh = { isNew: true, again: [] };

function isFirst(call: Call | undefined, mail: string): boolean {
  if (!call || isEnded(call) || call.heard.has(mail)) return false;
  call.heard.add(mail);
  return true;
}
