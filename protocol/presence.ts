import type { Letter, Ruling } from './deliver.ts';
import { sitAtDesk } from './keeping.ts';
import { limits } from './limits.ts';
import type { Offer, Welcome } from './messages.ts';
import { freeName } from './names.ts';
import { withdrawn } from './negotiation.ts';
import type { Refusal } from './refusal.ts';
import { type InputOf, isFor, isParty, othersIn, type Room, type Seat, withoutCalls, withSeat } from './room.ts';

// Who is in the room: joining, coming back, being away, leaving.

// #region join
export function enter(
  room: Room,
  input: InputOf<'joined' | 'seatResumed' | 'watched' | 'keeperCame'>,
): Ruling | Refusal {
  // Two digests are compared: how long that takes says nothing about the passwords.
  if (room.lock !== undefined && room.lock !== input.lock) return { reason: 'wrong-password' };
  const opened = { ...room, lock: input.lock };
  if (input.what === 'watched') return { room: opened };
  if (input.what === 'keeperCame') return sitAtDesk(opened, input);
  return input.what === 'joined' ? join(opened, input) : resume(opened, input);
}

function join(room: Room, input: InputOf<'joined' | 'seatResumed'>): Ruling | Refusal {
  if (room.seats.size < limits.seats) return sitDown(room, input);
  const longestAway = [...room.seats.values()].reduce(longerAway);
  return longestAway.awaySince === undefined ? { reason: 'room-full' } : inPlaceOf(room, longestAway, input);
}

/** Whoever is there is not shut out by those who are only waited for. */
function longerAway(one: Seat, other: Seat): Seat {
  return (other.awaySince ?? Infinity) < (one.awaySince ?? Infinity) ? other : one;
}

function inPlaceOf(room: Room, gone: Seat, input: InputOf<'joined' | 'seatResumed'>) {
  const left = leave(room, gone);
  const joined = sitDown(left.room, input);
  return { ...joined, letters: [...left.letters, ...joined.letters] };
}

function sitDown(room: Room, input: InputOf<'joined' | 'seatResumed'>) {
  const taken = [...room.seats.values()].map((seat) => seat.peer.name);
  const peer = { seat: input.from, name: freeName(input.name, taken) };
  const life = input.what === 'joined' ? { keeps: input.keeps, epoch: 0 } : { keeps: true, epoch: input.epoch };
  const me: Seat = { peer, ...life, told: 0, kept: [], applied: [], early: [] };
  const letters = othersIn(room, peer.seat).map(({ seat }) => ({
    to: seat,
    news: { what: 'peerJoined' as const, peer },
  }));
  return { room: withSeat(room, me), value: welcome(room, me, { resumed: false, missed: [] }), letters };
}

function welcome(room: Room, { peer, told }: Seat, life: Pick<Welcome, 'resumed' | 'missed'>): Welcome {
  const open = [...room.calls.values()].filter((call) => !call.answer && isFor(call, peer.seat));
  const offers = newest(open.map(({ offer }) => offer));
  const unshown = open.length - offers.length;
  return { you: peer, ...life, last: told, peers: othersIn(room, peer.seat), offers, unshown };
}

/** As many as one who has read nothing yet can be expected to read. */
function newest(offers: readonly Offer[]): Offer[] {
  let characters = 0;
  const tooMuch = ({ description }: Offer) => (characters += description.sdp.length) > limits.shownOffers;
  return offers.slice(offers.findLastIndex(tooMuch) + 1);
}
// #endregion join

// #region resume
function resume(room: Room, input: InputOf<'seatResumed'>): Ruling | Refusal {
  const seat = room.seats.get(input.from);
  const missed = seat && missedBy(seat, input.heard);
  if (missed) {
    const back: Seat = { ...seat, epoch: Math.max(seat.epoch, input.epoch), awaySince: undefined };
    const value = welcome(room, back, { resumed: true, missed });
    // Who heard some of it knows the offers, or finds them in what they missed.
    return {
      room: withSeat(room, back),
      value: input.heard === undefined ? value : { ...value, offers: [], unshown: 0 },
    };
  }
  // A seat that the room does not know, or a page that remembers nothing: the old life is over and a new one begins.
  return seat ? inPlaceOf(room, seat, input) : join(room, input);
}

/** What they were told since then, if all of it is still there. */
function missedBy({ told, kept, awaySince }: Seat, heard: number | undefined) {
  // Whoever sits here already is another tab of the same browser: from now on both hear everything.
  if (heard === undefined) return awaySince === undefined ? [] : undefined;
  const behind = told - heard;
  return behind >= 0 && behind <= kept.length ? kept.slice(kept.length - behind) : undefined;
}
// #endregion resume

// #region leave
/** Whoever leaves takes their offers along. A call that is going on may go on: it needs no server any more. */
export function leave(room: Room, { peer }: Seat) {
  const mine = [...room.calls.values()].filter((call) => isParty(call, peer.seat));
  const rest = withoutCalls(room, mine);
  const seats = new Map(rest.seats);
  seats.delete(peer.seat);
  const letters = [
    ...mine.filter((call) => !call.answer).flatMap((call) => withdrawn(room, call, 'left')),
    ...othersIn(room, peer.seat).map(({ seat }): Letter => ({ to: seat, news: { what: 'peerLeft', peer } })),
  ];
  return { room: { ...rest, seats }, letters };
}

/** Who may come back is waited for, and nobody is told yet. */
export function loseConnection(room: Room, { at }: InputOf<'connectionLost'>, me: Seat): Ruling {
  return me.keeps ? { room: withSeat(room, { ...me, awaySince: at }) } : leave(room, me);
}
// #endregion leave
