import type { AgendaItem, Command, Event, Place, Profile, Standing } from '../workshop.ts';
import type { Role } from './powers.ts';
import type { Refusal, Reply } from './refusal.ts';
import { Shelves } from './shelves.ts';

/** Everything that is known about one workshop. */
export type Workshop = {
  code: string;
  title: string;
  agenda: readonly AgendaItem[];
  openedAt: number;
  endedAt?: number;
  /** Digests, for whoever has the key or the recovery code. */
  locks: Locks;
  learners: Shelves<Learner>;
  /** Seats that were taken away, and stay so. */
  removed: ReadonlySet<string>;
  consoles: ReadonlyMap<string, Console>;
  /** The console at the wheel, and who asks for it. */
  driver?: string;
  askedForWheel?: string;
  isLocked: boolean;
  isFrozen: boolean;
  profile?: Profile;
  lead?: Lead;
  countdown?: Countdown;
  vote?: Vote;
  pairs: readonly Pair[];
  spotlight?: Spotlight;
  messages: readonly Message[];
  heat: ReadonlyMap<string, Heat>;
  /** Of commands that were applied. */
  applied: readonly string[];
  /** Messages, leads and spotlights so far: their ids. */
  count: number;
};

export type Locks = { key: string; recovery: string };

export type Learner = {
  seat: string;
  name: string;
  joinedAt: number;
  /** Which of their tokens was used last. */
  epoch: number;
  awaySince?: number;
  place?: Place;
  /** Since when they are at this step. */
  since: number;
  standing: Standing;
  hand?: Hand;
  mood?: 'fine' | 'lost';
  follows: boolean;
  /** Their name may be seen on the projector. */
  isNamed: boolean;
  answers: ReadonlyMap<string, Answer>;
  journey: readonly Stay[];
  /** A digest of the word by which they may come in elsewhere, and until when. */
  word?: { lock: string; until: number };
  /** The last number that was applied, of each queue of events. */
  sources: ReadonlyMap<string, number>;
};

export type Hand = { at: number; claimedBy?: { console: string; name: string } };
export type Answer = { choice: string; at: number };
/** How long they were where. */
export type Stay = { page: string; lab?: string; step?: number; at: number };
/** An instructor, a helper or a projector that is connected, or was just now. */
export type Console = { console: string; role: 'instructor' | 'helper' | 'stage'; name: string; awaySince?: number };
export type Lead = { nr: number; page: string; heading?: string; step?: number; by: string; at: number };
export type Countdown = { endsAt: number; title?: string };
export type Vote = {
  id: string;
  question: string;
  options: readonly string[];
  /** The right one, if there is one: told with the reveal. */
  right?: number;
  choices: ReadonlyMap<string, number>;
  isOpen: boolean;
  isRevealed: boolean;
};
/**
 * Two who call each other in signaling rooms of their own, whose names begin with `room`; in a three, the last plays the
 * server. Counted with the leads: of both, a page goes where the newest leads.
 */
export type Pair = { id: string; nr: number; room: string; seats: readonly string[]; page?: string };
/** `by` is who asked for it; `page` is where the lab was, once it has stopped. */
export type Spotlight = { id: string; seat: string; by: string; consent: Consent; page?: string };
/** Asked for each spotlight, and taken back at any time; it ends with the lab. */
export type Consent = 'asked' | 'given' | 'stopped' | 'refused';
export type Message = { nr: number; to?: string; from: string; text: string; at: number };
/** Who came to a step and who went on, minute by minute, and the last stays there. */
export type Heat = { minutes: ReadonlyMap<number, Traffic>; stays: readonly number[] };
export type Traffic = { came: number; went: number };

/** Who acts: a role that the server has checked, and which seat or console that is. */
export type Actor = { role: Exclude<Role, 'driver' | 'visitor'> | 'server'; id: string };

/**
 * What happened, when, and who did it. Everything that a decision needs is in here: clocks, randomness and digests come
 * from outside.
 */
export type Input = { at: number; by: Actor } & (
  | { what: 'opened'; code: string; title: string; agenda: readonly AgendaItem[]; locks: Locks }
  | { what: 'rekeyed'; locks: Locks }
  | { what: 'joined'; name: string }
  | { what: 'cameBack'; epoch: number }
  | { what: 'worded'; lock: string; until: number }
  | { what: 'movedIn'; lock: string }
  | { what: 'connectionLost' }
  | { what: 'consoleOpened'; name: string }
  | { what: 'consoleLost' }
  /** The server was gone, and with it every connection. */
  | { what: 'restarted' }
  /** `fresh` comes with leaving, for those who are left behind. */
  | { what: 'did'; source: string; nr: number; event: Event; fresh?: string }
  /** `fresh` is an id that nobody can guess, for whatever the command makes; and `rooms` for each group that it pairs, or leaves behind. */
  | { what: 'commanded'; mail: string; fresh: string; rooms?: readonly string[]; command: Command }
);
export type InputOf<What extends Input['what']> = Extract<Input, { what: What }>;
export type EventOf<What extends Event['what']> = Extract<Event, { what: What }>;
export type CommandOf<What extends Command['what']> = Extract<Command, { what: What }>;

/** What a rule makes of a workshop, or why it says no. */
export type Ruling = Workshop | Refusal;

/** What an input that was granted is answered with. */
export type Granted = { seat: string; name: string } | undefined;

/** To whom, what: what others see of it is a view of the state (`views.ts`), and told as the difference of two. */
export type Told = { to: string; reply: Reply<Granted> };
export type Step = { state: Workshop; tell: readonly Told[] };

export const noWorkshop: Workshop = {
  code: '',
  title: '',
  agenda: [],
  openedAt: 0,
  locks: { key: '', recovery: '' },
  // Pages that import a rule need not carry this along.
  learners: /* @__PURE__ */ Shelves.of(),
  removed: new Set(),
  consoles: new Map(),
  isLocked: false,
  isFrozen: false,
  pairs: [],
  messages: [],
  heat: new Map(),
  applied: [],
  count: 0,
};

export const withLearner = (workshop: Workshop, learner: Learner): Workshop => ({
  ...workshop,
  learners: workshop.learners.with(learner.seat, learner),
});

export function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** The last so many of a map, in the order in which they came. */
export function withLast<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value, most: number) {
  const all = new Map(map);
  all.delete(key);
  all.set(key, value);
  if (all.size > most) all.delete(all.keys().next().value!);
  return all;
}
