import './no-eval.ts';
import * as z from 'zod/mini';
import { limits } from './workshop/limits.ts';

// Everything that a page may say in a workshop. What comes back are views (`workshop/views.ts`) and changes of them.

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
export const id = z.string().check(z.regex(/^[\w:.-]+$/), z.maxLength(limits.id));
const token = z.string().check(z.maxLength(limits.token));
/** A page of this site; never an address elsewhere. */
export const page = z.string().check(z.regex(/^\/(?![/\\])[\w\-./~%]*$/), z.maxLength(limits.place));
const heading = z.optional(z.string().check(z.maxLength(limits.place)));
const step = z.optional(z.int().check(z.nonnegative(), z.maximum(999)));

// #region agenda
export const agendaItem = z.object({
  title: text(limits.title),
  page: z.optional(page),
  minutes: z.optional(z.int().check(z.nonnegative(), z.maximum(1_440))),
});
export type AgendaItem = z.infer<typeof agendaItem>;
const agenda = z.array(agendaItem).check(z.maxLength(limits.agenda));
// #endregion agenda

// #region hello
const code = z.string().check(z.maxLength(limits.code));
const said = z.string().check(z.maxLength(1_000));
/** How a page introduces itself: `auth` of `io('/workshop', { auth, forceNew: true })`. */
export const hello = z.discriminatedUnion('as', [
  /** Before there is a workshop: may open one. */
  z.object({ as: z.literal('visitor') }),
  /** Comes in by the code. `ticket` is a secret of the browser's own, so that who asks twice is one. */
  z.object({ as: z.literal('newcomer'), code, ticket: id, name: said, invitation: z.optional(token) }),
  /** Has a seat. */
  z.object({ as: z.literal('learner'), seat: token }),
  /** Takes their seat to this device, by the word that they were shown on the other. */
  z.object({ as: z.literal('mover'), code, word: said }),
  /** `console` is an id that this browser keeps. */
  z.object({ as: z.literal('instructor'), code, key: token, console: id, name: z._default(said, '') }),
  /** A helper, a projector or a second instructor, with what an instructor gave them. */
  z.object({ as: z.literal('guest'), pass: token, console: id, name: z._default(said, '') }),
]);
export type Hello = z.infer<typeof hello>;
// #endregion hello

// #region events
export const place = z.object({
  page,
  heading,
  lab: z.optional(z.string().check(z.maxLength(limits.id))),
  act: z.optional(z.string().check(z.maxLength(limits.place))),
  step,
});
export type Place = z.infer<typeof place>;

const state = z.optional(z.string().check(z.maxLength(30)));
/** How the connection of a lab stands, as the browser says it. */
export const standing = z.object({
  signaling: state,
  gathering: state,
  ice: state,
  connection: state,
  candidate: state,
  error: z.optional(z.string().check(z.maxLength(limits.sentence))),
});
export type Standing = z.infer<typeof standing>;

/** What happens to a learner: kept by the page until it is acknowledged, and applied once. */
export const event = z.discriminatedUnion('what', [
  z.object({ what: z.literal('moved'), place }),
  z.object({ what: z.literal('stood'), standing }),
  z.object({ what: z.literal('raisedHand') }),
  z.object({ what: z.literal('loweredHand') }),
  z.object({ what: z.literal('felt'), mood: z.enum(['fine', 'lost']) }),
  z.object({ what: z.literal('followed'), follows: z.boolean() }),
  /** To a question of a lesson, for the report. */
  z.object({ what: z.literal('answered'), question: text(limits.place), choice: text(limits.option) }),
  z.object({
    what: z.literal('voted'),
    vote: id,
    choice: z.int().check(z.nonnegative(), z.maximum(limits.options - 1)),
  }),
  /** Whether their name may be seen on the projector. */
  z.object({ what: z.literal('agreedToName'), agrees: z.boolean() }),
  /** Whether the trace of their page may be seen by all: asked anew for each spotlight. */
  z.object({ what: z.literal('agreedToSpotlight'), spotlight: id, agrees: z.boolean() }),
  /** The lab that was shown has stopped: what was seen of it stays, and no other lab is shown in its place. */
  z.object({ what: z.literal('stoppedSpotlit'), spotlight: id }),
  /** For good. */
  z.object({ what: z.literal('left') }),
]);
export type Event = z.infer<typeof event>;

/** Numbered by the page, in its own queue: `source` is the queue, and a number is applied once. */
export const did = z.object({
  source: id,
  events: z
    .array(z.object({ nr: z.int().check(z.positive()), event }))
    .check(z.minLength(1), z.maxLength(limits.events)),
});
// #endregion events

// #region commands
const seat = id;
const on = z.boolean();
export const profile = z.object({
  silent: z.boolean(),
  width: z.int().check(z.positive(), z.maximum(3_840)),
  height: z.int().check(z.positive(), z.maximum(2_160)),
  kbitPerSecond: z.int().check(z.positive(), z.maximum(100_000)),
});
export type Profile = z.infer<typeof profile>;

/** What an instructor or a helper may do. Who exactly stands in `workshop/powers.ts`. */
export const command = z.discriminatedUnion('what', [
  z.object({ what: z.literal('drive') }),
  z.object({ what: z.literal('askForWheel') }),
  z.object({ what: z.literal('handOver'), console: id }),
  z.object({ what: z.literal('plan'), title: text(limits.title), agenda }),
  z.object({ what: z.literal('lead'), page, heading, step }),
  z.object({ what: z.literal('stopLeading') }),
  z.object({ what: z.literal('freeze'), on }),
  z.object({ what: z.literal('setProfile'), profile: z.nullable(profile) }),
  z.object({
    what: z.literal('pair'),
    groups: z
      .array(z.array(seat).check(z.minLength(2), z.maxLength(3)))
      .check(z.minLength(1), z.maxLength(limits.pairs)),
    page: z.optional(page),
  }),
  z.object({ what: z.literal('unpair'), pairs: z.optional(z.array(id).check(z.maxLength(limits.pairs))) }),
  z.object({
    what: z.literal('askVote'),
    vote: id,
    question: text(limits.sentence),
    options: z.array(text(limits.option)).check(z.minLength(2), z.maxLength(limits.options)),
    right: z.optional(z.int().check(z.nonnegative(), z.maximum(limits.options - 1))),
  }),
  z.object({ what: z.literal('closeVote') }),
  z.object({ what: z.literal('reveal') }),
  z.object({ what: z.literal('endVote') }),
  z.object({
    what: z.literal('countDown'),
    ms: z.int().check(z.positive(), z.maximum(limits.countdownMs)),
    title: z.optional(text(limits.title)),
  }),
  z.object({ what: z.literal('stopCountdown') }),
  z.object({ what: z.literal('spotlight'), seat }),
  z.object({ what: z.literal('endSpotlight') }),
  z.object({ what: z.literal('message'), to: z.optional(seat), text: text(limits.message) }),
  z.object({ what: z.literal('claimHand'), seat }),
  z.object({ what: z.literal('releaseHand'), seat }),
  z.object({ what: z.literal('lowerHand'), seat }),
  z.object({ what: z.literal('remove'), seat }),
  z.object({ what: z.literal('lock'), on }),
  z.object({ what: z.literal('end') }),
]);
export type Command = z.infer<typeof command>;
export type CommandName = Command['what'];
export const commanded = z.object({ mail: id, command });
// #endregion commands

// #region requests
/** Every message of a page, by the name of its event. Each is answered: done, or refused with a sentence. */
export const requests = {
  /** Opens a workshop: its code, its key and its recovery code are shown this once. */
  open: z.object({ title: text(limits.title), agenda: z._default(agenda, []) }),
  /** A new key and a new recovery code; the old ones are worth nothing any more. */
  recover: z.object({ code, recovery: token }),
  did,
  commanded,
  /** What is recorded in a spotlit lab. Shown, and kept by nobody. */
  trace: z.object({ spotlight: id, entries: z.array(z.unknown()).check(z.maxLength(limits.entries)) }),
  /** A word by which this seat can be taken over to another device. */
  word: z.object({}),
  /** What the workshop knows of this learner, to be taken along. */
  takeHome: z.object({}),
  /** For a helper, a projector, or somebody to lead together with. */
  invite: z.object({ role: z.enum(['helper', 'stage', 'instructor']) }),
  report: z.object({ form: z.enum(['csv', 'json']) }),
};
// #endregion requests
export type Requests = typeof requests;
export type RequestName = keyof Requests;
