import { inputFor } from '../../protocol/input-for.ts';
import type { Hello, News, Welcome } from '../../protocol/messages.ts';
import { cleanName } from '../../protocol/names.ts';
import { done } from '../../protocol/refusal.ts';
import { emptyRoom, type Input } from '../../protocol/room.ts';
import type { Carrier } from './carrier.ts';
import { carrierOver } from './carrier-over.ts';
import type { Asked } from './line.ts';
import { newId } from './new-id.ts';
import { type PageRoom, pageRoom } from './page-room.ts';

/** No way at all: both peers are in this page, and so is the room between them. */
export function inThisPage(): Carrier {
  const rooms = new Map<string, PageRoom>();

  function roomOf({ room: name }: Hello): PageRoom {
    const room = rooms.get(name) ?? pageRoom(name === 'lobby' ? { ...emptyRoom, lock: 'x' } : emptyRoom);
    rooms.set(name, room);
    return room;
  }

  /** A room is there for as long as somebody is in it. */
  function tidy({ room: name }: Hello) {
    if (rooms.get(name)?.isEmpty) rooms.delete(name);
  }

  return carrierOver({
    async dial(hello, { welcome, news, overhear }) {
      const room = roomOf(hello);
      const from = newId();
      const fact = (mail: string) => ({ at: Date.now(), from, mail, ack: true });
      const name = cleanName(hello.name);
      /** Nothing is written here: this is what a value would be as a text. */
      const hand = (input: Input) => {
        overhear?.({ way: 'out', text: JSON.stringify(input) });
        return room.take(input);
      };
      const entered = hand({ ...fact('join'), what: 'joined', name, lock: hello.password, keeps: false });
      if (!entered.ok) return entered;

      const tell = (told: News, nr?: number) => {
        overhear?.({ way: 'in', text: JSON.stringify(told) });
        news(told, nr);
      };
      const deafen = room.hear(from, ({ nr, news: told }) => tell(told, nr));
      const { offers, ...welcomed } = entered.value as Welcome;
      welcome(welcomed, {
        async ask(request: Asked) {
          const reply = hand(inputFor(request, fact(request.mail)));
          overhear?.({ way: 'in', text: JSON.stringify(reply) });
          return reply;
        },
        close() {
          deafen();
          if (room.has(from)) room.take({ ...fact('close'), what: 'connectionLost' });
          tidy(hello);
        },
      });
      for (const offer of offers) tell({ what: 'offerWaiting', offer });
      return done(undefined);
    },

    async watch(hello, see, _, signal) {
      const room = roomOf(hello);
      const id = newId();
      const input = { at: Date.now(), from: id, mail: id, ack: true };
      const entered = room.take({ ...input, what: 'watched', lock: hello.password });
      if (!entered.ok) return entered;
      const close = room.watch(see);
      signal.addEventListener('abort', () => {
        close();
        tidy(hello);
      });
      return done(undefined);
    },
  });
}
