import { onTestFinished } from 'vitest';
import type { News } from '../../protocol/messages.ts';
import type { Carrier, Heard, Introduction } from '../../src/carriers/carrier.ts';

export const described = (type: 'offer' | 'answer', sdp: string) => ({ type, sdp: `v=0 ${sdp}` });
export const found = (name: string) => ({ candidate: `candidate:${name}`, sdpMid: '0', sdpMLineIndex: 0 });

type Person = Awaited<ReturnType<typeof join>>;

export type { Person };

/** Somebody in a room, and everything that they hear, in order. */
export async function join(carrier: Carrier, introduction: Partial<Introduction> & { name: string }) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const entered = await carrier.join({ room: 'tea', ...introduction }, stop.signal);
  if (!entered.ok) throw new Error(entered.sentence);
  const seat = entered.value;
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  seat.listen((news) => {
    heard.push(news);
    for (const look of waiting) look();
  });

  /** The nth news of this kind, whenever they come. */
  function told<What extends Heard['what']>(what: What, nth = 1): Promise<Extract<Heard, { what: What }>> {
    const { promise, resolve } = Promise.withResolvers<Extract<Heard, { what: What }>>();
    const look = () => {
      const found = heard.filter((news) => news.what === what)[nth - 1];
      if (found && waiting.delete(look)) resolve(found as Extract<Heard, { what: What }>);
    };
    waiting.add(look);
    look();
    return promise;
  }

  return {
    seat,
    heard,
    told,
    stop: () => stop.abort(),
    /** In one line each. */
    story: () => heard.map(inOneLine),
    /** An answer comes after everything that was told before it: once this is over, nothing more is on its way. */
    settled: () => seat.hangUp('none'),
  };
}

function inOneLine(heard: Heard): string {
  switch (heard.what) {
    case 'peerJoined':
    case 'peerLeft':
      return `${heard.what} ${heard.peer.name}`;
    case 'offerWaiting':
      return `offer "${heard.offer.description.sdp.slice(4)}" of ${heard.offer.from.name}`;
    case 'answered':
      return `answer "${heard.answer.sdp.slice(4)}" of ${heard.by.name}`;
    case 'candidateFound':
      return `candidate ${heard.candidate?.candidate.slice('candidate:'.length) ?? 'none'} of ${heard.from.name}`;
    case 'offerWithdrawn':
      return `no offer: ${heard.why}`;
    case 'hungUp':
      return `${heard.by.name} hung up`;
    case 'turnedAway':
      return `turned away: ${heard.why.refusal.reason}`;
    default:
      return heard.what;
  }
}

export type { News };
