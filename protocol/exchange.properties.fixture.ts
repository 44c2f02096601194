import fc from 'fast-check';
import { expect } from 'vitest';
import { exchange } from './exchange.ts';
import { limits } from './limits.ts';
import { Listener } from './listener.fixture.ts';
import type { News } from './messages.ts';
import { type Act, act, inputOf, keeperInputOf, type Offered, people } from './random-acts.fixture.ts';
import { emptyRoom, type Input, type Room, type Told } from './room.ts';

// Four people do anything in any order, say it twice, and lose at any moment what is told to them. What must hold is
// written down here once more, from what each of them was told, without a look at how the exchange goes about it.

function play(acts: readonly Act[]) {
  let room: Room = emptyRoom;
  const taken = new Map<string, number[]>();
  const pages = new Map(people.map((name) => [name, new Listener(taken)]));
  const said: Input[] = [];
  const offers: Offered[] = [];
  let passedOn = 0;

  for (const [at, one] of acts.entries()) {
    const keeper = keeperInputOf(one, { at, room });
    if (keeper) {
      const { state, tell } = exchange(room, keeper);
      room = state;
      judgeKeeper(tell);
    }
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
  return { room, pages, passedOn };

  /** Whoever plays the server says nothing of their own: what they pass on was said by others. */
  function judgeKeeper([, ...rest]: readonly Told[]) {
    for (const told of rest) {
      if (!('news' in told)) throw new Error('What is passed on is told.');
      const { to, away, ...numbered } = told;
      if (numbered.news.what !== 'heldUp') passedOn += 1;
      mayHear(to.seat, numbered.news, undefined);
      if (!away) pages.get(to.seat)!.hear(numbered);
    }
  }

  function judge(input: Input, [answer, ...rest]: readonly Told[], before: Room, at: number) {
    if (!answer || !('re' in answer)) throw new Error('The first that is told is the answer.');
    expect([answer.to.seat, answer.re], 'everything is answered').toEqual([input.from, input.mail]);
    const news = rest.filter((told) => 'news' in told);
    const held = rest.filter((told) => 'held' in told);
    expect(news.length + held.length, 'nobody else gets an answer').toBe(rest.length);
    if (!answer.reply.ok) {
      expect([rest, room], 'a refusal changes nothing').toEqual([[], before]);
      return;
    }
    if (!before.seats.get(input.from)?.applied.includes(input.mail))
      taken.set(input.mail, [...(taken.get(input.mail) ?? []), at]);
    if (input.what === 'offered' && !offers.some(({ id }) => id === input.offer))
      offers.push({ id: input.offer, to: input.to });
    // Whoever comes is shown what others have offered.
    for (const { to, held: one } of held) mayHear(to.seat, one, to.seat === input.from ? undefined : input.from);
    const isOwn = ({ to }: Told) => to.seat === input.from;
    for (const { to, away, ...told } of news.filter((told) => !isOwn(told))) {
      mayHear(to.seat, told.news, room.desk || before.desk ? undefined : input.from);
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
    for (const { to: _, away, ...told } of news.filter(isOwn)) {
      expect(told.news.what, 'nobody is told what they did themselves').toBe('heldUp');
      if (!away) page.hear(told);
    }
  }

  function mayHear(to: string, news: News, from: string | undefined) {
    const isFor = (id: string) => [undefined, to].includes(offers.find((offer) => offer.id === id)!.to);
    expect(to, 'nobody is told what they did themselves').not.toBe(from);
    const isFrom = (seat: string, why?: string) => expect(seat, why).toBe(from ?? seat);
    switch (news.what) {
      case 'offerWaiting':
        isFrom(news.offer.from.seat);
        expect(isFor(news.offer.id)).toBe(true);
        return;
      case 'offerWithdrawn':
        expect(isFor(news.offer)).toBe(true);
        return;
      case 'answered':
        isFrom(news.by.seat, 'nobody answers in the name of another');
        expect(news.offer.from.seat, 'an answer is for whoever offered').toBe(to);
        return;
      case 'candidateFound': {
        const { offer, answer } = room.calls.get(news.offer)!;
        isFrom(news.from.seat, 'nobody finds candidates in the name of another');
        const two = new Set([offer.from.seat, answer!.by.seat]);
        expect(new Set([news.from.seat, to]), 'they stay between two').toEqual(two);
        return;
      }
      case 'hungUp':
        isFrom(news.by.seat);
        return;
      case 'peerJoined':
      case 'peerLeft':
        isFrom(news.peer.seat);
    }
  }
}

/** What the server says of a connection: nobody can send it, and so nobody can send it twice. */
const isAboutConnections = ({ what }: Input) =>
  ['joined', 'seatResumed', 'left', 'connectionLost', 'graceOver'].includes(what);

function withinLimits({ seats, calls, desk }: Room) {
  expect(desk?.letters.length ?? 0).toBeLessThanOrEqual(limits.held.messages);
  for (const { to } of desk?.letters ?? []) expect(seats.has(to), 'nothing waits for who is gone').toBe(true);
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
  let [calls, candidates, missed, passedOn] = [0, 0, 0, 0];
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 150, size: 'max' }), (acts) => {
      const entrance = people.map(
        (who): Act => ({ who, does: 'join', pick: 0, to: undefined, says: true, dies: false, keeper: 'nothing' }),
      );
      const { room, pages, passedOn: ofThis } = play([...entrance, ...acts]);
      passedOn += ofThis;
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
  expect(Math.min(calls, candidates, missed, passedOn)).toBeGreaterThan(100);
}
