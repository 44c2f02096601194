import { limits } from '../../protocol/limits.ts';
import { emptyRoom, type Room } from '../../protocol/room.ts';
import { type Journal, noJournal } from '../journal.ts';
import { tokenBuckets } from '../token-bucket.ts';
import { openHistory } from './history.ts';
import { type LiveRoom, liveRoom } from './live-room.ts';
import { lockFor } from './seat-token.ts';

export type Rooms = {
  key: Buffer;
  now: () => number;
  journal: Journal;
  /** Wrong passwords, by who said them where. */
  guesses: ReturnType<typeof tokenBuckets>;
  /** The room of this name, opened if nobody is there; nothing when there is no place for one more. */
  at(name: string): LiveRoom | undefined;
  /** How many sit there, or are waited for; nothing is opened for the question. */
  seatsIn(name: string): number;
  /** Whether there is a seat for one more: whoever has been waited for the longest makes one free. */
  hasSeat(): boolean;
  /** Whoever watches, in the whole house. */
  windows: Set<string>;
  /** Whether no more descriptions can be held. */
  isFull(): boolean;
  close(): void;
};

type Load = { seats: number; calls: Room['calls']; characters: number };
const nothing: Load = { seats: 0, calls: emptyRoom.calls, characters: 0 };

/** Whoever says no room is in this one. Its password stands in the course, so that there is nothing to guess. */
export const lobby = { name: 'lobby', password: 'x' };

/** All rooms of this house: there as long as somebody is in them. */
export function openRooms(key: Buffer, now: () => number = Date.now, journal: Journal = noJournal): Rooms {
  const rooms = new Map<string, LiveRoom>();
  const loads = new WeakMap<LiveRoom, Load>();
  const history = openHistory(limits.history);
  const emptyLobby = { ...emptyRoom, lock: lockFor(key, lobby.name, lobby.password) };
  let [seats, characters] = [0, 0];

  function settled(room: LiveRoom) {
    const before = loads.get(room) ?? nothing;
    const { state } = room;
    if (state.calls === before.calls && state.seats.size === before.seats && before.seats > 0) return;
    const held = state.calls === before.calls ? before.characters : charactersIn(state.calls);
    loads.set(room, { seats: state.seats.size, calls: state.calls, characters: held });
    seats += state.seats.size - before.seats;
    characters += held - before.characters;
    if (!room.isEmpty || rooms.get(room.name) !== room) return;
    rooms.delete(room.name);
    room.close();
  }

  function hasSeat(): boolean {
    if (seats < limits.house.seats) return true;
    for (const room of rooms.values()) if (room.stopWaiting()) return true;
    return false;
  }

  function open(name: string): LiveRoom | undefined {
    if (rooms.size >= limits.house.rooms || !hasSeat()) return;
    const room = liveRoom(name, name === lobby.name ? emptyLobby : emptyRoom, { now, history, journal, settled });
    rooms.set(name, room);
    return room;
  }

  return {
    key,
    now,
    journal,
    guesses: tokenBuckets(limits.wrongPasswords, now),
    at: (name) => rooms.get(name) ?? open(name),
    seatsIn: (name) => rooms.get(name)?.state.seats.size ?? 0,
    hasSeat,
    windows: new Set(),
    isFull: () => characters >= limits.house.characters,
    close() {
      for (const room of rooms.values()) room.close();
    },
  };
}

function charactersIn(calls: Room['calls']): number {
  let sum = 0;
  for (const { offer, held, answer } of calls.values())
    sum += offer.description.sdp.length + (answer?.description.sdp.length ?? 0) + held.length * limits.candidate;
  return sum;
}
