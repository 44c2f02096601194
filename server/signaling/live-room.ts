import { exchange } from '../../protocol/exchange.ts';
import { limits } from '../../protocol/limits.ts';
import type { NumberedNews } from '../../protocol/messages.ts';
import type { Reply } from '../../protocol/refusal.ts';
import type { Granted, Input, Room } from '../../protocol/room.ts';
import type { Journal } from '../journal.ts';
import { memoryLog, type Numbered } from '../log/memory.ts';
import type { History } from './history.ts';
import { openLane } from './lane.ts';

type Hear = (news: NumberedNews) => void;
type Answer = (reply: Reply<Granted>) => void;

/** What a room needs of the house: its clock, its memory, its journal, and an ear for what changed. */
export type House = { now: () => number; history: History; journal: Journal; settled(room: LiveRoom): void };

export type LiveRoom = ReturnType<typeof liveRoom>;

/** A room with people in it: every input gets its place in the log, is decided, and its news go to who is there. */
export function liveRoom(name: string, initial: Room, { now, history, journal, settled }: House) {
  const past = history(initial);
  const log = memoryLog<Input>(now());
  const present = new Map<string, Set<Hear>>();
  const lane = openLane(past);
  /** Who is away, and for how long; the first has been for the longest. */
  const graces = new Map<string, { timer: NodeJS.Timeout; over: () => void }>();
  const followers = new Set<() => void>();
  const undecided: { input: Numbered<Input>; answer: Answer }[] = [];
  let state = initial;
  let deciding = false;

  function take(input: Input, answer: Answer = () => {}) {
    undecided.push({ input: log.append(input), answer });
    // Telling one person may end the connection of another, which is an input again: it waits for its turn.
    if (deciding) return;
    deciding = true;
    try {
      for (let next = undecided.shift(); next; next = undecided.shift()) decide(next.input, next.answer);
    } finally {
      deciding = false;
    }
    settled(room);
    for (const look of followers) look();
  }

  function decide(input: Numbered<Input>, answer: Answer) {
    const step = exchange(state, input);
    state = step.state;
    journal.happened(name, input, step.tell);
    const forgot = past.add(input);
    for (const told of step.tell) {
      if ('re' in told) answer(told.reply);
      else if ('news' in told && !told.away) for (const hear of present.get(told.to.seat) ?? []) hear(told);
    }
    if (input.what === 'connectionLost' || input.what === 'seatResumed') awaitReturn(input.from);
    lane.add({ input, tell: step.tell }, forgot);
  }

  function awaitReturn(from: string) {
    clearTimeout(graces.get(from)?.timer);
    graces.delete(from);
    const awaySince = state.seats.get(from)?.awaySince;
    if (awaySince === undefined) return;
    const over = () => {
      graces.delete(from);
      // Whoever took their place has not waited for this.
      if (state.seats.has(from))
        take({ what: 'graceOver', at: now(), from, mail: `grace:${awaySince}`, ack: false, awaySince });
    };
    graces.set(from, { over, timer: setTimeout(over, limits.graceMs).unref() });
  }

  const room = {
    name,
    get state() {
      return state;
    },
    get isEmpty() {
      return state.seats.size === 0 && !lane.isWatched && !state.desk;
    },
    take,

    /** Passes on the news to a seat, until the answer is called. Says then whether this was its last connection. */
    hear(seat: string, hear: Hear) {
      const ears = present.get(seat) ?? new Set();
      present.set(seat, ears.add(hear));
      return () => {
        ears.delete(hear);
        if (ears.size > 0) return false;
        present.delete(seat);
        return true;
      };
    },

    /** Gives up the seat of whoever has been away for longest, and says whether there was one. */
    stopWaiting(): boolean {
      const before = state.seats.size;
      for (const { timer, over } of graces.values()) {
        clearTimeout(timer);
        over();
        if (state.seats.size < before) return true;
      }
      return false;
    },

    /** What the server did here, as far as it is remembered. */
    lane,

    /** Calls whenever there is more of that, until the answer is called. */
    watch(look: () => void) {
      const close = lane.watch(look);
      return () => {
        if (close()) settled(room);
      };
    },

    /** Calls after whatever happens here, until the answer is called. */
    follow(look: () => void) {
      followers.add(look);
      return () => void followers.delete(look);
    },

    close() {
      for (const { timer } of graces.values()) clearTimeout(timer);
      past.close();
    },
  };
  return room;
}
