import type { News, Peer } from '../../protocol/messages.ts';
import type { Refused, Reply } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Asked, Overheard } from './line.ts';

/** A way to reach the other peer: what takes offers, answers and candidates across. */
export type Carrier = {
  /** Takes a seat in a room. Rejects when nobody is there to ask; aborting `signal` leaves the seat for good. */
  join(introduction: Introduction, signal: AbortSignal): Promise<Reply<Seat>>;
  /** Shows what the server does in a room: everything so far at once, and then whatever happens. */
  watch(
    room: Place,
    see: (entries: Witnessed[]) => void,
    signal: AbortSignal,
    become?: (what: Becoming) => void,
  ): Promise<Reply<undefined>>;
};

export type Place = { room: string; password?: string };

export type Introduction = Place & {
  name: string;
  /** That of a seat from before, by which it is found again after a reload. */
  token?: string;
  /** Told of every message as it is said, with the id that it bears on its way. */
  said?(message: Asked): void;
  /** Told of every text as it is written and read, for those who want to see how a carrier says what all of them say. */
  overhear?(text: Overheard): void;
};

/** What becomes of the connection is news too. While it is lost, whatever is asked waits, and nothing is forgotten. */
export type Heard = News | Becoming;
export type Becoming = { what: 'connectionLost' | 'connectionBack' } | { what: 'turnedAway'; why: Refused };

/**
 * A place in a room. Whatever is asked is answered, once, however often the connection was lost in between: done, or
 * refused with a sentence.
 */
export type Seat = {
  readonly you: Peer;
  /** Who else is in the room. */
  readonly peers: readonly Peer[];
  /** Good for coming back to this very seat; it changes now and then. */
  readonly token: string | undefined;
  /** Everything heard so far and from now on, in order. Until then it waits. */
  listen(hear: (heard: Heard) => void): void;
  /** To everybody in the room, or to one. The answer says under which id. */
  offer(description: RTCSessionDescriptionInit, to?: string): Promise<Reply<{ offer: string }>>;
  /** What candidates were waiting for this answer are heard one by one, like those that come later. */
  answer(offer: string, description: RTCSessionDescriptionInit): Promise<Reply<{ offer: string }>>;
  /** What is held so far for whoever answers this offer. It is heard like what comes by itself, before this resolves. */
  collect(offer: string): Promise<Reply<Granted>>;
  /** Without an offer it belongs to what was offered or answered last, or to what will be. */
  candidate(candidate: RTCIceCandidate | RTCIceCandidateInit | null, offer?: string): Promise<Reply<Granted>>;
  withdraw(offer: string): Promise<Reply<Granted>>;
  /** Heard as `hungUp`. Who ends a call before they hear that it was answered has taken an offer back: whoever answered
   *  must take `offerWithdrawn` for an end as well. */
  hangUp(offer: string): Promise<Reply<Granted>>;
  leave(): Promise<Reply<Granted>>;
};
