import fc from 'fast-check';
import { expect } from 'vitest';
import { exchange } from './exchange.ts';
import { limits } from './limits.ts';
import { Listener } from './listener.fixture.ts';
import type { News } from './messages.ts';
import { type Act, act, inputOf, type Offered, people } from './random-acts.fixture.ts';
import { emptyRoom, type Input, type Room, type Told } from './room.ts';

// Four people do anything in any order, say it twice, and lose at any moment what is told to them. What must hold is
// written down here once more, from what each of them was told, without a look at how the exchange goes about it.

function play(acts: readonly Act[]) {
  let room: Room = emptyRoom;
  const taken = new Map<string, number[]>();
  const pages = new Map(people.map((name) => [name, new Listener(taken)]));
  const said: Input[] = [];
  const offers: Offered[] = [];

  for (const [at, one] of acts.entries()) {
    const input = inputOf(one, { at, room, pages, offers, said });
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
