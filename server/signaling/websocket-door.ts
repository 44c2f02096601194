import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { readQuery } from '../../protocol/blog.ts';
import { limits } from '../../protocol/limits.ts';
import { explain } from '../../protocol/refusal.ts';
import { requestPath } from '../request-path.ts';
import { refuseWriting, sendText } from '../send-text.ts';
import { bareWebSocket, closeCodes, turnAway } from './bare-websocket.ts';
import { isHere } from './is-here.ts';
import type { Rooms } from './rooms.ts';
import { readSeat } from './seat-token.ts';

type Place = { kind: 'pair' | 'party'; room: string };

// The programs of the blog series name no room. They meet in this one.
const roomOfTheRoot = '1337';

/** Where a bare WebSocket leads to; at the root only if that was asked for, since other servers may have theirs there. */
function placeOf(url: string, isRootOpen: boolean): Place | undefined {
  const path = requestPath(url) ?? '';
  if (path === '/') return isRootOpen ? { kind: 'pair', room: roomOfTheRoot } : undefined;
  // Older clients of PartyKit leave out the name of the party.
  const [, where, room] = /^\/(ws|parties\/main|party)\/([^/]+)$/.exec(path) ?? [];
  return room === undefined ? undefined : { kind: where === 'ws' ? 'pair' : 'party', room };
}

/** Rooms for bare WebSockets: of two at `/ws/<room>`, as in the blog series, and of many at `/parties/main/<room>`. */
export function webSocketDoor(rooms: Rooms, { isRootOpen = false } = {}) {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.message, perMessageDeflate: false });
  const at = (req: IncomingMessage) => placeOf(req.url!, isRootOpen);

  return {
    leads: (req: IncomingMessage) => at(req) !== undefined,

    upgrade(req: IncomingMessage, socket: Duplex, head: Buffer) {
      const { kind, room } = at(req)!;
      const address = req.socket.remoteAddress ?? '';
      // By hand: `new URL()` throws at some of what Node lets through.
      const hello = readQuery(room, new URLSearchParams(/\?[^#]*/.exec(req.url!)?.[0]));
      server.handleUpgrade(req, socket, head, (socket) => {
        if ('reason' in hello) turnAway(socket, closeCodes.refused, explain(hello));
        else if (kind === 'pair' && !hello.read.watch && isTaken(rooms, hello.read))
          turnAway(
            socket,
            closeCodes.roomForTwo,
            `This room is for two, and two are here. Take another: /ws/some-name`,
          );
        else bareWebSocket(rooms, { socket, address, isHere: isHere(address, req.headers), hello: hello.read });
      });
    },

    /** What is said here to whoever comes without a WebSocket: of a party, that it is well and how many are there. */
    answer(req: IncomingMessage, res: ServerResponse) {
      if (refuseWriting(req, res)) return;
      const { kind, room } = at(req)!;
      if (kind === 'party') {
        const well = JSON.stringify({ ok: true, peers: rooms.seatsIn(room) });
        return sendText(req, res, 200, well, 'application/json');
      }
      res.setHeader('Upgrade', 'websocket');
      sendText(req, res, 426, 'This is a room for a WebSocket: new WebSocket(…) in your program leads into it.');
    },

    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** Whether two others sit there already. Who comes back to a seat of this room finds it where it was. */
function isTaken({ key, at, seatsIn }: Rooms, { room, seat: token }: { room: string; seat?: string }): boolean {
  if (seatsIn(room) < 2) return false;
  const claim = token ? readSeat(key, token) : undefined;
  return claim?.room !== room || !at(room)!.state.seats.has(claim.seat);
}
