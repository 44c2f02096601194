import type { Candidate, Description, HeldCandidate, News, NumberedNews, Offer, Peer, Welcome } from './messages.ts';
import type { Refusal, Reply } from './refusal.ts';

/** Everything that is known about one room. */
export type Room = {
  /** A digest of the password; undefined until somebody has opened the room. */
  lock?: string;
  seats: ReadonlyMap<string, Seat>;
  calls: ReadonlyMap<string, Call>;
  /** Only while somebody plays the server. */
  desk?: Desk;
};

/** Who plays the server, and what waits for them to pass it on. */
export type Desk = { keepers: ReadonlySet<string>; last: number; letters: readonly HeldLetter[] };
export type HeldLetter = { nr: number; to: string; news: News };

export const emptyRoom: Room = { seats: new Map(), calls: new Map() };

export type Seat = {
  peer: Peer;
  /** Whether they may come back: then what they are told is kept for a while. */
  keeps: boolean;
  /** Which of their tokens was used last. */
  epoch: number;
  awaySince?: number;
  /** How many news they were told, and the last of them. */
  told: number;
  kept: readonly NumberedNews[];
  /** The messages of theirs that were applied, by ids of their own. */
  applied: readonly string[];
  /** What they offered or answered last. */
  newest?: string;
  /** Candidates that came before the description to which they belong. */
  early: readonly EarlyCandidate[];
};

export type EarlyCandidate = HeldCandidate & { offer?: string };

/** An offer and what became of it. */
export type Call = {
  offer: Offer;
  /** The candidates of whoever offered, until somebody answers. */
  held: readonly HeldCandidate[];
  /** How many of them a seat has collected before answering. */
  collected?: ReadonlyMap<string, number>;
  answer?: Answer;
};

export type Answer = { by: Peer; description: Description };

/**
 * What happened: when, from which seat, under which id, and whether the sender waits for an answer. Everything that a
 * decision needs is in here, so whoever folds the same inputs comes to the same room.
 */
export type Fact = {
  at: number;
  from: string;
  mail: string;
  /** The id is the sender's own, and so the same message can come again. */
  isOwnId?: boolean;
  ack: boolean;
};
export type Input = Fact &
  (
    | { what: 'joined'; name: string; lock: string; keeps: boolean }
    | { what: 'seatResumed'; name: string; lock: string; epoch: number; heard?: number }
    | { what: 'watched'; lock: string }
    /** Somebody plays the server, passes on, and does so no more. */
    | { what: 'keeperCame'; lock: string }
    | { what: 'passedOn'; upTo: number }
    | { what: 'keeperWent' }
    | { what: 'offered'; offer: string; to?: string; description: Description; oneAtATime?: boolean }
    | { what: 'answered'; offer?: string; caller?: string; description: Description }
    | { what: 'collected'; offer: string }
    | { what: 'candidateFound'; offer?: string; candidate: Candidate }
    | { what: 'offerWithdrawn'; offer: string }
    | { what: 'hungUp'; offer: string }
    | { what: 'left' }
    | { what: 'connectionLost' }
    | { what: 'graceOver'; awaySince: number }
    | { what: 'misread'; message: string; refusal: Refusal }
  );
export type InputOf<What extends Input['what']> = Extract<Input, { what: What }>;

/** What a request is answered with when it was granted. */
export type Granted = Welcome | { offer: string } | Answered | undefined;
export type Answered = { offer: string; from: Peer; candidates: readonly HeldCandidate[] };

/**
 * To whom, what: the answer to what they sent, or news. News to one who is away are only kept for them, and what waits for
 * whoever plays the server is not told yet.
 */
export type Told = { to: Peer } & (
  | { re: string; reply: Reply<Granted> }
  | (NumberedNews & { away: boolean })
  | { held: News }
);

export type Step = { state: Room; tell: readonly Told[] };

export const withSeat = (room: Room, seat: Seat): Room => ({
  ...room,
  seats: new Map(room.seats).set(seat.peer.seat, seat),
});

export const withCall = (room: Room, call: Call): Room => ({
  ...room,
  calls: new Map(room.calls).set(call.offer.id, call),
});

/** Everybody but one. */
export const othersIn = (room: Room, seat: string) =>
  [...room.seats.values()].map(({ peer }) => peer).filter((peer) => peer.seat !== seat);

/** Whether an offer was made to this seat: whoever may hear it may answer it. */
export const isFor = ({ offer }: Call, seat: string) =>
  offer.from.seat !== seat && (offer.to === undefined || offer.to === seat);

export const isParty = ({ offer, answer }: Call, seat: string) => offer.from.seat === seat || answer?.by.seat === seat;

/** Without these offers, and without the candidates that were held for an answer to them. */
export function withoutCalls(room: Room, gone: readonly Call[]): Room {
  const ids = new Set(gone.map(({ offer }) => offer.id));
  const calls = new Map([...room.calls].filter(([id]) => !ids.has(id)));
  const seats = new Map(room.seats);
  for (const [id, seat] of seats) {
    const early = seat.early.filter(({ offer }) => offer === undefined || !ids.has(offer));
    if (early.length < seat.early.length) seats.set(id, { ...seat, early });
  }
  return { ...room, seats, calls };
}
