import { callOf, isAnsweredWith, offerMeant, takeEarly } from './belonging.ts';
import type { Letter, Ruling } from './deliver.ts';
import { limits } from './limits.ts';
import type { Offer, Peer } from './messages.ts';
import type { Refusal } from './refusal.ts';
import {
  type Answer,
  type Call,
  type InputOf,
  isFor,
  isParty,
  type Room,
  type Seat,
  withCall,
  withoutCalls,
  withSeat,
} from './room.ts';

// What peers say to each other: offers, answers, candidates, and that it is over.

// #region offer
export function offer(room: Room, input: InputOf<'offered'>, me: Seat): Ruling | Refusal {
  const { mail, offer: id, to, description } = input;
  const from = me.peer;
  if (description.type !== 'offer') return { reason: 'wrong-type', wanted: 'offer', got: description.type };
  // Made of its maker's seat, an id can be nobody else's, not even after this offer is gone.
  if (!id.startsWith(`${from.seat}:`)) return { reason: 'foreign-id', wanted: `${from.seat}:` };
  const known = room.calls.get(id);
  if (known) return known.offer.description.sdp === description.sdp ? { room } : { reason: 'id-taken', offer: id };
  if (to !== undefined && (to === from.seat || !room.seats.has(to))) return { reason: 'no-such-peer', seat: to };
  const open = [...room.calls.values()].filter((call) => !call.answer);
  const crossed = input.oneAtATime && open.find((call) => isFor(call, from.seat));
  if (crossed) return { reason: 'crossed', by: crossed.offer.from.name };
  const mine = open.filter((call) => call.offer.from.seat === from.seat);
  const before = input.oneAtATime ? mine : [];
  if (mine.length - before.length >= limits.offers) return { reason: 'too-many-offers' };

  const { taken: held, left: early } = takeEarly(me, id, description);
  const call: Call = { offer: { id, mail, from, to, description }, held };
  return {
    room: withCall(withSeat(withoutCalls(room, before), { ...me, newest: id, early }), call),
    value: { offer: id },
    letters: [
      ...before.flatMap((call) => withdrawn(room, call, 'withdrawn')),
      ...audience(room, call).map((to): Letter => ({ to, news: { what: 'offerWaiting', offer: call.offer } })),
    ],
  };
}

/** Everybody whom an offer is for. */
const audience = (room: Room, call: Call) => [...room.seats.keys()].filter((seat) => isFor(call, seat));
// #endregion offer

// #region answer
export function answer(room: Room, input: InputOf<'answered'>, me: Seat): Ruling | Refusal {
  const { mail, caller, description } = input;
  const by = me.peer;
  if (description.type !== 'answer') return { reason: 'wrong-type', wanted: 'answer', got: description.type };
  const call = input.offer === undefined ? offerMeant(room, me, caller, description) : room.calls.get(input.offer);
  if (!call) return { reason: 'no-such-offer', offer: input.offer, caller };
  const { offer, held } = call;
  if (offer.from.seat === by.seat) return { reason: 'own-offer' };
  if (!isFor(call, by.seat)) return { reason: 'not-yours' };
  const value = { offer: offer.id, from: offer.from, candidates: held.slice(call.collected?.get(by.seat)) };
  if (isAnsweredWith(call, by.seat, description)) return { room, value };
  if (call.answer) return { reason: 'already-answered', by: call.answer.by.name };

  const { taken, left: early } = takeEarly(me, offer.id, description);
  const to = offer.from.seat;
  const others = audience(room, call).filter((seat) => seat !== by.seat);
  const answered = withCall(withSeat(room, { ...me, newest: offer.id, early }), {
    ...call,
    answer: { by, description },
  });
  return {
    room: withoutCalls(answered, beyondMemory(answered, offer.from)),
    value,
    letters: [
      { to, news: { what: 'answered', mail, offer, by, answer: description } },
      // They came early and were held: a candidate never overtakes its description.
      ...taken.map((held): Letter => ({ to, news: { what: 'candidateFound', ...held, offer: offer.id, from: by } })),
      ...others.map((to): Letter => ({ to, news: { what: 'offerWithdrawn', offer: offer.id, why: 'answered' } })),
    ],
  };
}

/** Once it is made, a call needs us only for its last candidates and to be hung up: the oldest can be forgotten. */
function beyondMemory({ calls }: Room, { seat }: Peer): Call[] {
  const made = [...calls.values()].filter(({ offer, answer }) => answer && offer.from.seat === seat);
  return made.slice(0, Math.max(0, made.length - limits.calls));
}
// #endregion answer

// #region collect
/** What is held may be had before one answers; from the answer on, only what has come since. */
export function collect(room: Room, { offer: id }: InputOf<'collected'>, { peer: { seat } }: Seat): Ruling | Refusal {
  const call = room.calls.get(id);
  if (!call) return { reason: 'no-such-offer', offer: id };
  if (call.offer.from.seat === seat) return { reason: 'own-offer' };
  if (!isFor(call, seat)) return { reason: 'not-yours' };
  if (call.answer && call.answer.by.seat !== seat) return { reason: 'already-answered', by: call.answer.by.name };
  const { held, offer } = call;
  const collected = new Map(call.collected).set(seat, held.length);
  return { room: withCall(room, { ...call, collected }), value: { offer: id, from: offer.from, candidates: held } };
}
// #endregion collect

// #region candidate
export function addCandidate(room: Room, input: InputOf<'candidateFound'>, me: Seat): Ruling | Refusal {
  const { mail, candidate } = input;
  const from = me.peer;
  const call = input.offer === undefined ? callOf(room, me, candidate) : room.calls.get(input.offer);
  if (!call && input.offer !== undefined) return { reason: 'no-such-offer', offer: input.offer };

  if (call?.answer) {
    if (!isParty(call, from.seat)) return { reason: 'not-yours' };
    const news = { what: 'candidateFound' as const, mail, offer: call.offer.id, from, candidate };
    return { room, letters: [{ to: otherParty(call.offer, call.answer, from.seat), news }] };
  }
  // Nobody is there to take it, so it is held: with the offer that it belongs to, or until its answer comes.
  const mine = call?.offer.from.seat === from.seat;
  if (call && !mine && !isFor(call, from.seat)) return { reason: 'not-yours' };
  if ((mine ? call.held : me.early).length >= limits.candidates) return { reason: 'too-many-candidates' };
  if (mine) return { room: withCall(room, { ...call, held: [...call.held, { mail, candidate }] }) };
  return { room: withSeat(room, { ...me, early: [...me.early, { mail, candidate, offer: call?.offer.id }] }) };
}

const otherParty = ({ from }: Offer, { by }: Answer, seat: string) => (from.seat === seat ? by.seat : from.seat);
// #endregion candidate

// #region end
export function end(room: Room, { mail, offer: id }: InputOf<'offerWithdrawn' | 'hungUp'>, me: Seat): Ruling | Refusal {
  const call = room.calls.get(id);
  if (!call) return { reason: 'no-such-offer', offer: id };
  const by = me.peer;
  // Whoever is called by name may refuse: for them the call is over before it began.
  if (!isParty(call, by.seat) && call.offer.to !== by.seat) return { reason: 'not-yours' };
  const refused = !call.answer && call.offer.from.seat !== by.seat;
  const toCaller: Letter = { to: call.offer.from.seat, news: { what: 'hungUp', mail, offer: id, by } };
  if (refused) return { room: withoutCalls(room, [call]), letters: [toCaller] };
  const letters = call.answer
    ? [{ to: otherParty(call.offer, call.answer, by.seat), news: { what: 'hungUp' as const, mail, offer: id, by } }]
    : withdrawn(room, call, 'withdrawn');
  return { room: withoutCalls(room, [call]), letters };
}

/** Everybody who heard of an open offer hears that it is gone. */
export const withdrawn = (room: Room, call: Call, why: 'withdrawn' | 'left'): Letter[] =>
  audience(room, call).map((to) => ({ to, news: { what: 'offerWithdrawn', offer: call.offer.id, why } }));
// #endregion end
