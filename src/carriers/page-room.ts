import { exchange } from '../../protocol/exchange.ts';
import { limits } from '../../protocol/limits.ts';
import type { NumberedNews } from '../../protocol/messages.ts';
import type { Reply } from '../../protocol/refusal.ts';
import type { Granted, Input, Room } from '../../protocol/room.ts';
import { type Witnessed, witness } from '../../protocol/witness.ts';

type Hear = (told: NumberedNews) => void;
type See = (entries: Witnessed[]) => void;

export type PageRoom = ReturnType<typeof pageRoom>;

/** A room that is no further away than this page: the same machine, and no server around it. */
export function pageRoom(initial: Room) {
  const ears = new Map<string, Hear>();
  const watchers = new Set<See>();
  let past: Witnessed[] = [];
  let [state, seq] = [initial, 0];

  return {
    get isEmpty() {
      return state.seats.size === 0 && watchers.size === 0;
    },
    has: (seat: string) => state.seats.has(seat),

    take(input: Input): Reply<Granted> {
      const numbered = { ...input, seq: seq++ };
      const step = exchange(state, numbered);
      state = step.state;
      const entries = witness(numbered, step.tell);
      past = [...past, ...entries].slice(-limits.history.ofOne);
      // As over a wire: later, so that nobody hears back before they have finished speaking, and as a copy.
      for (const see of watchers) queueMicrotask(() => see(entries));
      for (const told of step.tell)
        if ('news' in told) queueMicrotask(() => ears.get(told.to.seat)?.(structuredClone(told)));
      const [answer] = step.tell;
      return (answer as { reply: Reply<Granted> }).reply;
    },

    hear(seat: string, hear: Hear) {
      ears.set(seat, hear);
      return () => void ears.delete(seat);
    },

    watch(see: See) {
      see(past);
      watchers.add(see);
      return () => void watchers.delete(see);
    },
  };
}
