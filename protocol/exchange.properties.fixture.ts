import fc from 'fast-check';
import { expect } from 'vitest';
import { candidateOf, described, type Saying } from './exchange.fixture.ts';
import { exchange } from './exchange.ts';
import { limits } from './limits.ts';
import type { HeldCandidate, News, NumberedNews, Welcome } from './messages.ts';
import { emptyRoom, type Input, type Room, type Told } from './room.ts';

// Four people do anything in any order, say it twice, and lose at any moment what is told to them. What must hold is
// written down here once more, from what each of them was told, without a look at how the exchange goes about it.

const people = ['alice', 'bob', 'carol', 'dave'];
const act = fc.record({
  who: fc.constantFrom(...people),
  does: fc.constantFrom(
    ...(['join', 'offer', 'offer', 'answer', 'answer', 'answer', 'withdraw', 'hangUp', 'repeat', 'repeat'] as const),
    ...(['candidate', 'candidate', 'candidate', 'candidate', 'candidate', 'candidate'] as const),
    ...(['leave', 'lose', 'comeBack', 'comeBack', 'reload', 'graceOver'] as const),
  ),
  pick: fc.nat(1000),
  to: fc.option(fc.constantFrom(...people), { nil: undefined }),
  says: fc.boolean(),
  /** The line is dead as soon as this is said: its answer is the first that gets lost. */
  dies: fc.nat(9).map((chance) => chance === 0),
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** What one person learns, and only from what they are told. */
class Page {
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

function play(acts: readonly Act[]) {
  let room: Room = emptyRoom;
  const taken = new Map<string, number[]>();
  const pages = new Map(people.map((name) => [name, new Page(taken)]));
  const said: Input[] = [];
  const offers: { id: string; to: string | undefined }[] = [];

  for (const [at, one] of acts.entries()) {
    const input = inputOf(one, at);
    if (!input) continue;
    if ((one.dies && input.from === one.who) || input.what === 'connectionLost') pages.get(one.who)!.isDeaf = true;
    if (!isAboutConnections(input)) said.push(input);
    const before = room;
    const copy = at % 20 === 0 ? structuredClone(room) : room;
    const { state, tell } = exchange(room, input);
    expect(before, 'the room that was stays as it was').toEqual(copy);
    room = state;
    judge(input, tell, before, at);
  }
  return { room, pages };

  function inputOf({ who, does, pick, to, says }: Act, at: number): Input | undefined {
    const offer = offers.at(-1 - (pick % 4))?.id ?? 'nobody:1';
    const page = pages.get(who)!;
    if (page.isDeaf && !['comeBack', 'lose', 'reload', 'graceOver'].includes(does)) return undefined;
    const input = (saying: Saying) =>
      ({ at, from: who, mail: `${who}-${at}`, isOwnId: true, ack: true, ...saying }) as Input;
    const comesBack = { what: 'seatResumed', name: who, lock: '', epoch: at } as const;
    switch (does) {
      case 'join':
        return room.seats.has(who) ? undefined : input({ what: 'joined', name: who, lock: '', keeps: says });
      case 'offer':
        return input({
          what: 'offered',
          offer: `${who}:${at}`,
          to,
          description: described('offer'),
          oneAtATime: pick % 4 === 0,
        });
      case 'answer': {
        const meant = says ? { offer } : { caller: to };
        return input({ what: 'answered', ...meant, description: described('answer', who) });
      }
      case 'candidate': {
        const meant = says ? { offer } : {};
        return input({ what: 'candidateFound', ...meant, candidate: candidateOf(`${at}`) });
      }
      case 'withdraw':
        return input({ what: 'offerWithdrawn', offer });
      case 'hangUp':
        return input({ what: 'hungUp', offer });
      case 'leave':
        return input({ what: 'left' });
      case 'lose':
        return input({ what: 'connectionLost' });
      case 'comeBack':
        return input({ ...comesBack, heard: page.heard });
      case 'reload':
        // A second tab hears from now on; this test has one page for each.
        return room.seats.get(who)?.awaySince === undefined ? undefined : input(comesBack);
      case 'graceOver': {
        const awaySince = room.seats.get(who)?.awaySince;
        return awaySince === undefined ? undefined : input({ what: 'graceOver', awaySince });
      }
      case 'repeat':
        return said.filter(({ from }) => !pages.get(from)!.isDeaf)[pick % Math.max(1, said.length)];
    }
  }

  function judge(input: Input, [answer, ...rest]: readonly Told[], before: Room, at: number) {
    if (!answer || !('re' in answer)) throw new Error('The first that is told is the answer.');
    expect([answer.to.seat, answer.re], 'everything is answered').toEqual([input.from, input.mail]);
    const news = rest.filter((told) => 'news' in told);
    expect(news.length, 'nobody else gets an answer').toBe(rest.length);
    if (!answer.reply.ok) {
      expect([news, room], 'a refusal changes nothing').toEqual([[], before]);
      return;
    }
    if (!before.seats.get(input.from)?.applied.includes(input.mail))
      taken.set(input.mail, [...(taken.get(input.mail) ?? []), at]);
    if (input.what === 'offered' && !offers.some(({ id }) => id === input.offer))
      offers.push({ id: input.offer, to: input.to });
    for (const { to, away, ...told } of news) {
      mayHear(to.seat, told.news, input.from);
      expect(away, 'who is away is not told, but kept').toBe(room.seats.get(to.seat)?.awaySince !== undefined);
      if (!away) pages.get(to.seat)!.hear(told);
    }

    const page = pages.get(input.from)!;
    const { value } = answer.reply;
    if (value && 'missed' in value) page.begin(value);
    if (value && 'candidates' in value) {
      page.answered.add(value.offer);
      if (!page.isDeaf) page.take(value.offer, value.candidates);
    }
    if (input.what === 'hungUp' || input.what === 'offerWithdrawn') page.end(input.offer);
  }

  function mayHear(to: string, news: News, from: string) {
    const isFor = (id: string) => [undefined, to].includes(offers.find((offer) => offer.id === id)!.to);
    expect(to, 'nobody is told what they did themselves').not.toBe(from);
    switch (news.what) {
      case 'offerWaiting':
        expect([news.offer.from.seat, isFor(news.offer.id)]).toEqual([from, true]);
        return;
      case 'offerWithdrawn':
        expect(isFor(news.offer)).toBe(true);
        return;
      case 'answered':
        expect(news.by.seat, 'nobody answers in the name of another').toBe(from);
        expect(news.offer.from.seat, 'an answer is for whoever offered').toBe(to);
        return;
      case 'candidateFound': {
        const { offer, answer } = room.calls.get(news.offer)!;
        expect(news.from.seat, 'nobody finds candidates in the name of another').toBe(from);
        expect(new Set([from, to]), 'they stay between two').toEqual(new Set([offer.from.seat, answer!.by.seat]));
        return;
      }
      case 'hungUp':
        expect(news.by.seat).toBe(from);
        return;
      case 'peerJoined':
      case 'peerLeft':
        expect(news.peer.seat).toBe(from);
    }
  }
}

/** What the server says of a connection: nobody can send it, and so nobody can send it twice. */
const isAboutConnections = ({ what }: Input) =>
  ['joined', 'seatResumed', 'left', 'connectionLost', 'graceOver'].includes(what);

function withinLimits({ seats, calls }: Room) {
  expect(new Set([...seats.values()].map(({ peer }) => peer.name)).size, 'no name twice').toBe(seats.size);
  for (const { kept, applied, early, keeps } of seats.values()) {
    expect(kept.length).toBeLessThanOrEqual(keeps ? limits.kept.messages : 0);
    expect(applied.length).toBeLessThanOrEqual(limits.repeats);
    expect(early.length).toBeLessThanOrEqual(limits.candidates);
  }
  for (const { offer, answer } of calls.values()) {
    expect(seats.has(offer.from.seat), 'who leaves takes their offers along').toBe(true);
    if (answer) expect(seats.has(answer.by.seat)).toBe(true);
  }
}

/** Plays so many times, and says with which seed it failed. */
export function holdsInAnyOrder(numRuns: number) {
  let [calls, candidates, missed] = [0, 0, 0];
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 150, size: 'max' }), (acts) => {
      const entrance = people.map(
        (who): Act => ({ who, does: 'join', pick: 0, to: undefined, says: true, dies: false }),
      );
      const { room, pages } = play([...entrance, ...acts]);
      withinLimits(room);
      for (const page of pages.values()) {
        calls += page.calls;
        missed += page.resumed;
        candidates += page.candidates;
      }
    }),
    { numRuns },
  );
  // What never came to a call would hold for anything.
  expect(Math.min(calls, candidates, missed)).toBeGreaterThan(100);
}
