import type { News, Peer, Request } from '../../protocol/messages.ts';
import type { Refusal } from '../../protocol/refusal.ts';

/**
 * Whoever speaks of no offer by its id has one connection, and can hear of an offer while their own is on its way. A
 * browser then takes its own back and answers. So of two offers that cross, the one that was first stands, and of two
 * from one side the newer one.
 */
export function watchCrossing() {
  const waiting = new Map<string, Peer>();
  let mine: string | undefined;

  return {
    /** Why this offer must not go on, or what has to be asked before it may. */
    before({ what, ...request }: Request): Refusal | Request | undefined {
      if (what !== 'offer' || ('id' in request && request.id !== undefined)) return;
      const [first] = waiting.values();
      if (first) return { reason: 'crossed', by: first.name };
      return mine === undefined ? undefined : { what: 'withdraw', offer: mine };
    },
    offered(offer: string) {
      mine = offer;
    },
    /** Says who made the offer that was answered. */
    answered(offer: string): Peer | undefined {
      const caller = waiting.get(offer);
      waiting.delete(offer);
      return caller;
    },
    told(news: News) {
      if (news.what === 'offerWaiting') waiting.set(news.offer.id, news.offer.from);
      if (news.what === 'offerWithdrawn') waiting.delete(news.offer);
      if (news.what === 'answered' && news.offer.id === mine) mine = undefined;
    },
  };
}
