import type { News, Peer } from '../../protocol/messages.ts';
import type { Asked } from './line.ts';

/** A call, as this seat knows it. */
type Call = {
  isMine: boolean;
  /** The only one to whom it is told again: whom it was made to, or who answered. */
  partner?: string;
  /** What this seat said about it: the offer or the answer first, then candidates. */
  said: Asked[];
  /** The ids of the messages about it that were heard. */
  heard: Set<string>;
  isAnswered: boolean;
  /** Whether this seat has ended it, and does not know yet whether the server heard so. */
  isEnded: boolean;
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

  function open(offer: string, call: Pick<Call, 'isMine' | 'partner'>): Call {
    const opened = {
      ...call,
      said: [],
      heard: new Set<string>(),
      isAnswered: false,
      isEnded: false,
      endWaits: false,
      isTold: true,
    };
    calls.set(offer, opened);
    return opened;
  }

  /** Says a call of ours again, to the one whom it concerns if there is one. */
  function sayAgain(call: Call): Asked[] {
    call.isTold = true;
    const [first, ...rest] = call.said;
    if (first?.what !== 'offer') return call.said;
    call.endWaits = call.isAnswered;
    return [{ ...first, to: call.partner }, ...(call.isEnded && call.endWaits ? [] : rest)];
  }

  /** Whether it was still going on, as far as this seat knew. */
  function forget(offer: string): boolean {
    const call = calls.get(offer);
    return calls.delete(offer) && call?.isEnded === false;
  }

  /** A server that was restarted must be told of a call before it can be told that it is over. */
  function end(offer: string, request: Asked) {
    const call = calls.get(offer);
    if (call) Object.assign(call, { said: [...call.said.slice(0, 1), request], isEnded: true });
  }

  return {
    get newest() {
      return newest;
    },

    /** Whether this is about a call of which the server has not been told all yet that it has to know for it. */
    hasToWait(request: Asked): boolean {
      const offer = request.what === 'offer' ? request.id : 'offer' in request ? request.offer : undefined;
      const call = calls.get(offer ?? '');
      return call !== undefined && (!call.isTold || (call.endWaits && isEnd(request)));
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
        if (!call?.isEnded) call?.said.push(request);
        return;
      }
      newest = offer;
      const to = request.what === 'offer' ? request.to : undefined;
      const call = calls.get(offer) ?? open(offer, { isMine: request.what === 'offer', partner: to });
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
          open(id, { isMine: false, partner: from.seat });
          return fresh;
        }
        case 'offerWithdrawn':
          return { isNew: forget(news.offer), again: [] };
        case 'answered': {
          const call = calls.get(news.offer.id);
          const again = call?.endWaits && call.isEnded ? call.said.slice(1) : [];
          if (call) Object.assign(call, { partner: news.by.seat, isAnswered: true, endWaits: false });
          return { isNew: isFirst(call, news.mail), again };
        }
        case 'candidateFound':
          return { isNew: isFirst(calls.get(news.offer), news.mail), again: [] };
        case 'hungUp':
          return { isNew: forget(news.offer), again: [] };
        case 'peerJoined': {
          const isForThem = ({ isMine, isTold, partner }: Call) => isMine && !isTold && partner === news.peer.seat;
          const untold = [...calls.values()].filter(isForThem);
          return { isNew: true, again: untold.flatMap(sayAgain) };
        }
        case 'peerLeft': {
          for (const [id, { partner }] of calls) if (partner === news.peer.seat) calls.delete(id);
          return fresh;
        }
      }
    },

    /** The server knows nothing of us any more. What has to be said now; the rest when those have come for whom it is. */
    forgotten(present: readonly Peer[]): Asked[] {
      for (const call of calls.values()) call.isTold = false;
      const mine = [...calls.values()].filter(({ isMine }) => isMine);
      const isHere = ({ partner }: Call) => partner === undefined || present.some(({ seat }) => seat === partner);
      return mine.filter(isHere).flatMap(sayAgain);
    },

    /** Who has not answered again by now will not. */
    waitNoLonger() {
      for (const call of calls.values()) call.endWaits = false;
    },

    /** We were away for so long that whoever we were in a call with was told that we left. */
    outlived() {
      for (const [id, { isAnswered }] of calls) if (isAnswered) calls.delete(id);
    },
  };
}

const isEnd = (request: Asked): request is Extract<Asked, { what: 'withdraw' | 'hangUp' }> =>
  request.what === 'withdraw' || request.what === 'hangUp';

const fresh = { isNew: true, again: [] };

function isFirst(call: Call | undefined, mail: string): boolean {
  if (!call || call.isEnded || call.heard.has(mail)) return false;
  call.heard.add(mail);
  return true;
}
