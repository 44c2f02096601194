import './no-eval.ts';
import * as z from 'zod/mini';
import { limits } from './limits.ts';

// Every message once. What crosses a wire is read with these, and both ends take their types from them.

export const id = z.string().check(z.regex(/^[\w:.-]+$/), z.maxLength(limits.id));

/** Someone in a room: the seat is theirs alone and stays, the name is for people. */
export const peer = z.object({ seat: id, name: z.string() });
export type Peer = z.infer<typeof peer>;

// Rollbacks and provisional answers are a browser's own affair; a learner who sends one is told so by the exchange.
export const description = z.object({
  type: z.enum(['offer', 'answer', 'pranswer', 'rollback']),
  sdp: z.string().check(z.minLength(1), z.maxLength(limits.description)),
});
export type Description = z.infer<typeof description>;

const label = z.optional(z.nullable(z.string().check(z.maxLength(limits.id))));
/** What RTCIceCandidate makes of itself in JSON; `null` says that there are no more. */
export const candidate = z.nullable(
  z.object({
    candidate: z.string().check(z.maxLength(limits.candidate)),
    sdpMid: label,
    sdpMLineIndex: z.optional(z.nullable(z.int().check(z.nonnegative(), z.maximum(65_535)))),
    usernameFragment: z.optional(z.nullable(z.string().check(z.maxLength(256)))),
  }),
);
export type Candidate = z.infer<typeof candidate>;

/** An offer as others see it: its candidates are for whoever answers. */
export const offer = z.object({ id, mail: id, from: peer, to: z.optional(id), description });
export type Offer = z.infer<typeof offer>;

// #region requests
/** What a page asks of its room. `mail` is an id of its own making: whatever it sends again is applied once. */
const mail = z.optional(id);
export const requests = {
  /**
   * For everybody in the room, or for one. A client with one connection for everything makes one at a time: it stands in
   * for the one before, and yields to one that waits to be answered.
   */
  offer: z.object({ mail, id: z.optional(id), to: z.optional(id), description, oneAtATime: z.optional(z.boolean()) }),
  /** To an offer; a client that knows no ids means the newest one, of that caller if it says whose. */
  answer: z.object({
    mail,
    offer: z.optional(id),
    caller: z.optional(z.string().check(z.maxLength(limits.nameSaid))),
    description,
  }),
  /** Of an offer, or of the answer to it; a client that knows no ids means what it offered or answered last. */
  candidate: z.object({ mail, offer: z.optional(id), candidate }),
  /** The candidates that are held for whoever answers this offer: for one who wants them before answering. */
  collect: z.object({ mail, offer: id }),
  /** Never mind. */
  withdraw: z.object({ mail, offer: id }),
  hangUp: z.object({ mail, offer: id }),
  /** For good: whoever just loses the connection keeps the seat for a while. */
  leave: z.object({ mail }),
};
// #endregion requests
export type RequestName = keyof typeof requests;
export type RequestBody<Name extends RequestName> = z.infer<(typeof requests)[Name]>;
export type Request = { [Name in RequestName]: { what: Name } & RequestBody<Name> }[RequestName];

/** A candidate with the id of the message that it came in. */
export const heldCandidate = z.object({ mail: id, candidate });
export type HeldCandidate = z.infer<typeof heldCandidate>;

// #region news
/** What a room tells its peers, unasked. */
export const news = z.discriminatedUnion('what', [
  z.object({ what: z.literal('peerJoined'), peer }),
  z.object({ what: z.literal('peerLeft'), peer }),
  z.object({ what: z.literal('offerWaiting'), offer }),
  z.object({ what: z.literal('offerWithdrawn'), offer: id, why: z.enum(['withdrawn', 'answered', 'left']) }),
  z.object({ what: z.literal('answered'), mail: id, offer, by: peer, answer: description }),
  z.object({ what: z.literal('candidateFound'), mail: id, offer: id, from: peer, candidate }),
  z.object({ what: z.literal('hungUp'), mail: id, offer: id, by: peer }),
  /** Somebody plays the server: whether what this seat said waits with them, or something for it. */
  z.object({ what: z.literal('heldUp'), yours: z.boolean(), forYou: z.boolean() }),
]);
// #endregion news
export type News = z.infer<typeof news>;

/** What waits for whoever plays the server. */
export const deskView = z.array(z.object({ nr: z.int(), what: z.string(), from: z.string(), to: z.string() }));
export type DeskView = z.infer<typeof deskView>;
/** What they pass on: the oldest, up to this number. */
export const passedOn = z.object({ upTo: z.int().check(z.nonnegative()) });

/** Told to one seat as its nth: whoever comes back says how far they heard. */
export const numberedNews = z.object({ nr: z.int(), news });
export type NumberedNews = z.infer<typeof numberedNews>;

/** The answer to whoever joins or comes back. */
export const welcome = z.object({
  you: peer,
  /** Whether the room still knew this seat. Where it did not, a page tells its open offers again. */
  resumed: z.boolean(),
  /** The number of the last news to this seat, `missed` included. */
  last: z.int(),
  peers: z.array(peer),
  /** What is open; nothing for one who comes back, to whom it was told or is told in `missed`. */
  offers: z.array(offer),
  /** How many older ones were too much to be shown. */
  unshown: z.int(),
  missed: z.array(numberedNews),
});
export type Welcome = z.infer<typeof welcome>;

/** How a client introduces itself, by whatever transport. */
export const hello = z.object({
  room: z._default(z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.room)), 'lobby'),
  password: z._default(z.string().check(z.maxLength(limits.password)), ''),
  name: z._default(z.string().check(z.maxLength(limits.nameSaid)), ''),
  /** Whoever wants a seat to come back to says so: with the token that they have, or with none yet. */
  seat: z.optional(z.string().check(z.maxLength(limits.token))),
  /** The number of the last news that was heard; absent in a page that remembers nothing. */
  heard: z.optional(z.int().check(z.nonnegative())),
  /** To see what the server does, without a seat. */
  watch: z._default(z.boolean(), false),
  /** To play the server, without a seat: what peers say waits until it is passed on. */
  keep: z.optional(z.boolean()),
});
export type Hello = z.infer<typeof hello>;
