import type { Hello } from '../../protocol/messages.ts';
import type { Refusal, Reply } from '../../protocol/refusal.ts';
import type { Granted, Input } from '../../protocol/room.ts';
import { networkOf } from '../network-of.ts';
import type { LiveRoom } from './live-room.ts';
import { lobby, type Rooms } from './rooms.ts';
import { lockFor } from './seat-token.ts';

export type Door = {
  room: LiveRoom;
  lock: string;
  /** `settleIn` is called before anything else can happen in the room. */
  enter(input: Input, settleIn: () => void): Reply<Granted>;
};

/** The door of the room that somebody wants to get into, for those who have not guessed at its password too often. */
export function knock(rooms: Rooms, hello: Hello, address: string): Door | Refusal {
  // Of each room: who is wrong about one shuts nobody out of another who comes from behind the same router.
  const guesser = `${networkOf(address)} ${hello.room}`;
  const waitMs = rooms.guesses.waitMs(guesser);
  if (waitMs > 0) return { reason: 'too-fast', waitMs };
  const room = rooms.at(hello.room);
  if (!room) return { reason: 'house-full' };
  return {
    room,
    lock: lockFor(rooms.key, room.name, hello.password),
    enter(input, settleIn) {
      let reply: Reply<Granted> | undefined;
      room.take(input, (answer) => {
        reply = answer;
        if (answer.ok) settleIn();
      });
      if (!reply) throw new Error('A log that is not in this process has to be waited for here.');
      if (!reply.ok && reply.refusal.reason === 'wrong-password' && hello.room !== lobby.name)
        rooms.guesses.take(guesser);
      return reply;
    },
  };
}
