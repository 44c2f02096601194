import type { AgendaItem, Place, Profile, Standing } from '../workshop.ts';
import { isShown } from './spotlight.ts';
import type { Console, Countdown, Hand, Heat, Lead, Learner, Message, Pair, Spotlight, Workshop } from './state.ts';
import { tally } from './votes.ts';
import { medianOf } from './whereabouts.ts';

// What anybody sees of a workshop is a view of its state. All of it is told to whoever comes; then what changes.

export type VoteView = {
  id: string;
  question: string;
  options: readonly string[];
  isOpen: boolean;
  isRevealed: boolean;
  /** How many chose each: for learners when it is revealed. */
  tally: readonly number[] | null;
  right: number | null;
};

// #region class
/** The same for every learner. */
export type ClassView = {
  code: string;
  title: string;
  agenda: readonly AgendaItem[];
  endedAt: number | null;
  isFrozen: boolean;
  profile: Profile | null;
  lead: Lead | null;
  countdown: Countdown | null;
  vote: VoteView | null;
  /** To all, the newest last. */
  messages: readonly Message[];
};

export const classView = (workshop: Workshop): ClassView => ({
  code: workshop.code,
  title: workshop.title,
  agenda: workshop.agenda,
  endedAt: workshop.endedAt ?? null,
  isFrozen: workshop.isFrozen,
  profile: workshop.profile ?? null,
  lead: workshop.lead ?? null,
  countdown: workshop.countdown ?? null,
  vote: voteView(workshop, false),
  messages: workshop.messages.filter(({ to }) => to === undefined).slice(-5),
});

function voteView({ vote }: Workshop, isStaff: boolean): VoteView | null {
  if (!vote) return null;
  const { id, question, options, isOpen, isRevealed } = vote;
  const isTold = isStaff || isRevealed;
  const right = isTold ? (vote.right ?? null) : null;
  return { id, question, options, isOpen, isRevealed, tally: isTold ? tally(vote) : null, right };
}
// #endregion class

// #region own
export type Partner = { name: string; plays: 'alice' | 'bob' | 'server'; isHere: boolean };
/** Where they meet, counted with the leads, and who plays what. */
export type PairView = {
  id: string;
  nr: number;
  room: string;
  page: string | null;
  plays: Partner['plays'];
  partners: readonly Partner[];
};
/** What one learner sees of themselves, and of others what a lab for two needs. */
export type OwnView = {
  seat: string;
  name: string;
  mood: 'fine' | 'lost' | null;
  hand: { at: number; comes: string | null } | null;
  follows: boolean;
  isNamed: boolean;
  pair: PairView | null;
  /** Their own choice in the vote that is on. */
  choice: number | null;
  spotlight: { id: string; by: string; consent: 'asked' | 'given' | 'stopped' } | null;
  /** To them alone, the newest last. */
  messages: readonly Message[];
};

export function ownView(workshop: Workshop, me: Learner): OwnView {
  const { spotlight, vote, messages } = workshop;
  const { seat, name, mood = null, hand, follows, isNamed } = me;
  return {
    seat,
    name,
    mood,
    hand: hand ? { at: hand.at, comes: hand.claimedBy?.name ?? null } : null,
    follows,
    isNamed,
    pair: pairView(workshop, seat),
    choice: vote?.choices.get(seat) ?? null,
    spotlight:
      spotlight?.seat === seat && spotlight.consent !== 'refused'
        ? { id: spotlight.id, by: spotlight.by, consent: spotlight.consent }
        : null,
    messages: messages.filter(({ to }) => to === seat).slice(-5),
  };
}

const parts = ['alice', 'bob', 'server'] as const;

function pairView({ pairs, learners }: Workshop, me: string): PairView | null {
  const pair = pairs.find(({ seats }) => seats.includes(me));
  if (!pair) return null;
  const { id, nr, room, page = null, seats } = pair;
  const others = seats.map((seat, nth) => ({ learner: learners.get(seat)!, plays: parts[nth]! }));
  const partners = others
    .filter(({ learner }) => learner.seat !== me)
    .map(({ learner: { name, awaySince }, plays }) => ({ name, plays, isHere: awaySince === undefined }));
  return { id, nr, room, page, plays: parts[seats.indexOf(me)]!, partners };
}
// #endregion own

// #region console
/** A learner, as instructors and helpers see them. */
export type Card = {
  seat: string;
  name: string;
  joinedAt: number;
  /** They left the network, which is not being stuck. */
  awaySince: number | null;
  place: Place | null;
  since: number;
  standing: Standing;
  hand: Hand | null;
  mood: 'fine' | 'lost' | null;
  follows: boolean;
  isNamed: boolean;
  answers: number;
};

export const card = (learner: Learner): Card => ({
  seat: learner.seat,
  name: learner.name,
  joinedAt: learner.joinedAt,
  awaySince: learner.awaySince ?? null,
  place: learner.place ?? null,
  since: learner.since,
  standing: learner.standing,
  hand: learner.hand ?? null,
  mood: learner.mood ?? null,
  follows: learner.follows,
  isNamed: learner.isNamed,
  answers: learner.answers.size,
});

/** Of one place, by its key (`placeKey`): who came and who went on in each minute since the beginning, and how long they stayed. */
export type HeatView = {
  place: string;
  minutes: readonly (readonly [minute: number, came: number, went: number])[];
  medianMs: number | null;
};

export const heatView = (place: string, { minutes, stays }: Heat): HeatView => ({
  place,
  minutes: [...minutes].map(([minute, { came, went }]) => [minute, came, went]),
  medianMs: medianOf(stays),
});

/** Their room is for nobody but the pair. */
export type ConsolePair = Omit<Pair, 'room'>;

export type ConsoleView = Omit<ClassView, 'messages'> & {
  openedAt: number;
  isLocked: boolean;
  pairs: readonly ConsolePair[];
  spotlight: Spotlight | null;
  driver: string | null;
  askedForWheel: string | null;
  consoles: readonly Console[];
  messages: readonly Message[];
};

export const consoleView = (workshop: Workshop): ConsoleView => ({
  ...classView(workshop),
  openedAt: workshop.openedAt,
  isLocked: workshop.isLocked,
  pairs: workshop.pairs.map(({ room, ...pair }) => pair),
  spotlight: workshop.spotlight ?? null,
  driver: workshop.driver ?? null,
  askedForWheel: workshop.askedForWheel ?? null,
  consoles: [...workshop.consoles.values()],
  vote: voteView(workshop, true),
  messages: workshop.messages,
});
// #endregion console

// #region stage
/** What the projector shows: names only of those who agreed to it. */
export type StageView = Omit<ClassView, 'messages'> & {
  here: number;
  names: readonly string[];
  spotlight: { id: string; name: string | null; page: string | null; isOver: boolean } | null;
};

export function stageView(workshop: Workshop): StageView {
  const { messages, ...shared } = classView(workshop);
  const learners = [...workshop.learners.values()];
  const { spotlight } = workshop;
  const lit = isShown(spotlight) ? workshop.learners.get(spotlight.seat) : undefined;
  return {
    ...shared,
    vote: voteView(workshop, true),
    here: learners.filter(({ awaySince }) => awaySince === undefined).length,
    names: learners.filter(({ isNamed }) => isNamed).map(({ name }) => name),
    spotlight: lit
      ? {
          id: spotlight!.id,
          name: lit.isNamed ? lit.name : null,
          page: spotlight!.page ?? lit.place?.page ?? null,
          isOver: spotlight!.consent === 'stopped',
        }
      : null,
  };
}
// #endregion stage
