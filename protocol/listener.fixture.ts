import { expect } from 'vitest';
import type { HeldCandidate, News, NumberedNews, Welcome } from './messages.ts';

/** What one person learns, and only from what they are told. */
export class Listener {
  /** The line is dead, and the server does not know it yet. */
  isDeaf = false;
  heard = 0;
  /** What was told about each offer that is not over, in order. */
  known = new Map<string, News[]>();
  answered = new Set<string>();
  brought = new Set<string>();
  ended = new Set<string>();
  resumed = 0;
  calls = 0;
  candidates = 0;

  /** When each message was taken by the server: in every life of its sender it can be once. */
  readonly taken: ReadonlyMap<string, number[]>;

  constructor(taken: ReadonlyMap<string, number[]>) {
    this.taken = taken;
  }

  inOrder(candidates: readonly HeldCandidate[]): boolean {
    if (new Set(candidates.map(({ mail }) => mail)).size < candidates.length) return false;
    let last = -1;
    return candidates.every(
      ({ mail }) => (last = this.taken.get(mail)!.find((time) => time > last) ?? Infinity) < Infinity,
    );
  }

  begin({ resumed, offers, missed, last }: Welcome) {
    this.isDeaf = false;
    if (resumed) {
      expect(offers, 'what is missed is told by news').toEqual([]);
      this.resumed += missed.length;
    } else {
      this.known.clear();
      this.answered.clear();
      this.brought.clear();
      this.heard = last;
      for (const offer of offers) this.learn({ what: 'offerWaiting', offer });
    }
    for (const told of missed) this.hear(told);
    expect(this.heard, 'the welcome says how far it goes').toBe(last);
  }

  hear({ nr, news }: NumberedNews) {
    if (this.isDeaf) return;
    expect(nr, 'news have no gap and no double').toBe(this.heard + 1);
    this.heard = nr;
    this.learn(news);
  }

  learn(news: News) {
    // What was on its way when they ended it themselves is late, and means nothing to them.
    if ('offer' in news && this.ended.has(typeof news.offer === 'object' ? news.offer.id : news.offer)) return;
    switch (news.what) {
      case 'offerWaiting':
        expect(this.about(news.offer.id, 'offerWaiting'), 'no offer is told twice').toEqual([]);
        return this.note(news.offer.id, news);
      case 'answered':
        expect(this.about(news.offer.id, 'answered'), 'no answer is told twice').toEqual([]);
        this.calls += 1;
        return this.note(news.offer.id, news);
      case 'candidateFound': {
        const described = this.answered.has(news.offer) || this.about(news.offer, 'answered').length === 1;
        expect(described, 'no candidate overtakes its description').toBe(true);
        const before = this.about(news.offer, 'candidateFound').filter(({ from }) => from.seat === news.from.seat);
        expect(this.inOrder([...before, news]), 'candidates come once, and in order').toBe(true);
        this.candidates += 1;
        return this.note(news.offer, news);
      }
      case 'hungUp':
      case 'offerWithdrawn':
        return this.forget((id) => id === news.offer);
      case 'peerLeft': {
        const { seat } = news.peer;
        return this.forget((id) => id.startsWith(`${seat}:`) || this.about(id, 'answered')[0]?.by.seat === seat);
      }
    }
  }

  /** The candidates that an answer brought: an answer that was in doubt may bring them after the first news. */
  take(offer: string, candidates: readonly HeldCandidate[]) {
    if (this.brought.has(offer)) return;
    this.brought.add(offer);
    expect(this.inOrder(candidates)).toBe(true);
    const mails = this.about(offer, 'candidateFound').map(({ mail }) => mail);
    expect(
      candidates.filter(({ mail }) => mails.includes(mail)),
      'none of them was told before',
    ).toEqual([]);
  }

  note(offer: string, news: News) {
    this.known.set(offer, [...(this.known.get(offer) ?? []), news]);
  }

  about<What extends News['what']>(offer: string, what: What) {
    return (this.known.get(offer) ?? []).filter((news): news is Extract<News, { what: What }> => news.what === what);
  }

  end(offer: string) {
    this.ended.add(offer);
    this.forget((id) => id === offer);
  }

  forget(isOver: (id: string) => boolean) {
    for (const id of this.known.keys()) if (isOver(id)) this.known.delete(id);
    for (const ids of [this.answered, this.brought]) for (const id of ids) if (isOver(id)) ids.delete(id);
  }
}
