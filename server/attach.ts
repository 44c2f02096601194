import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import packageJson from '../package.json' with { type: 'json' };
import { limits as classLimits } from '../protocol/workshop/limits.ts';
import { hostNames, isEverywhere, lanAddresses } from './addresses.ts';
import type { Authority } from './certificates.ts';
import { here } from './here.ts';
import { iceServers, type Turn } from './ice/ice-servers.ts';
import { type NearbyStun, nearbyUrl } from './ice/nearby-stun.ts';
import { type Journal, noJournal } from './journal.ts';
import { keptInMemory } from './log/kept-in-memory.ts';
import { sqliteLog } from './log/sqlite.ts';
import { mine } from './mine.ts';
import { type Called, isWelcome, refuseConnection, refuseHost } from './origin.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { requestPath } from './request-path.ts';
import { refuseWriting, sendText } from './send-text.ts';
import { countCallers } from './signaling/callers.ts';
import { engineOptions } from './signaling/engine.ts';
import { openRooms } from './signaling/rooms.ts';
import { seatKey } from './signaling/seat-key.ts';
import { socketIo } from './signaling/socket-io.ts';
import { webSocketDoor } from './signaling/websocket-door.ts';
import { turnClock } from './turn-clock.ts';
import { workshopNamespace } from './workshop/namespace.ts';
import { openWorkshops } from './workshop/workshops.ts';

export type Attached = {
  host?: string;
  lan?: boolean;
  https?: boolean;
  mine?: string;
  /** Hosts besides this machine: their pages may connect, and by their names it is reached. */
  allow?: readonly string[];
  /** Where to remember workshops, and what seats are signed with. Without it they are good until the end of this process. */
  data?: string;
  /** For how long a workshop is kept that nobody comes to any more. */
  keepDays?: number;
  authority?: Authority;
  /** The UDP port at which STUN is answered, once it is. */
  stunPort?: () => number | undefined;
  /** STUN servers that a page on this very machine can ask: one that is honest, and one that answers as if a NAT lay between. */
  nearby?: () => { honest: NearbyStun; standIn: NearbyStun } | undefined;
  turn?: Turn;
  /** Whether a bare WebSocket may come to `/` too, where the programs of the blog series expect it. */
  isRootOpen?: boolean;
  journal?: Journal;
};

const isSocketIo = (req: IncomingMessage) => req.url!.startsWith('/socket.io/');
// Later requests of a connection say to which they belong.
const isFirst = (req: IncomingMessage) => !/[?&]sid=[^&]/.test(req.url!);
const addressOf = (req: IncomingMessage) => req.socket.remoteAddress ?? '';

/** What the real server and the dev server have in common: everything that is no page. */
export function attach(httpServer: HttpServer, options: Attached = {}) {
  const { host = 'localhost', lan = false, https = false, authority } = options;
  const own = lan || isEverywhere(host) ? hostNames(hostname()) : [host.toLowerCase()];
  const names = [...own, ...(options.allow ?? [])];
  const called: Called = {
    names,
    get addresses() {
      return lanAddresses();
    },
  };
  const callers = countCallers();
  const tooMany = (req: IncomingMessage) => callers.refuse(addressOf(req));
  const ownFiles = options.mine === undefined ? undefined : mine(options.mine);

  // Socket.IO takes over a server that it is given, for good. It gets one of its own that never listens, and hears
  // there what we pass on: so the dev server can let go of it and attach a newer one, and keeps its own websocket.
  const ear = createServer();
  const io = new Server(ear, {
    ...engineOptions,
    allowRequest: (req, answer) => {
      const refusal = refuseConnection(req.headers, called) ?? (isFirst(req) ? tooMany(req) : undefined);
      answer(refusal, refusal === undefined);
    },
    cors: { origin: (origin, answer) => answer(null, isWelcome(origin, called)) },
  });

  io.engine.on('connection', (conn) => callers.add(conn.remoteAddress, conn));

  const key = options.data === undefined ? randomBytes(32) : seatKey(options.data);
  const rooms = openRooms(key, turnClock(), options.journal);
  socketIo(io, rooms);
  const bare = webSocketDoor(rooms, options);
  const workshops = openWorkshops({
    key,
    log:
      options.data === undefined
        ? keptInMemory(classLimits.memory)
        : sqliteLog(join(options.data, 'workshops.db'), classLimits.file),
    keepMs: (options.keepDays ?? 30) * 86_400_000,
    now: Date.now,
    journal: options.journal ?? noJournal,
  });
  workshopNamespace(io, workshops);

  const upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isSocketIo(req)) return void ear.emit('upgrade', req, socket, head);
    if (!bare.leads(req)) return;
    const refusal = refuseConnection(req.headers, called) ?? tooMany(req);
    if (refusal) return refuseUpgrade(socket, 403, refusal);
    callers.add(addressOf(req), socket);
    bare.upgrade(req, socket, head);
  };
  httpServer.on('upgrade', upgrade);

  function handle(req: IncomingMessage, res: ServerResponse, next: () => void) {
    const misled = refuseHost(req.headers.host, names);
    if (misled) return sendText(req, res, 421, misled);
    if (isSocketIo(req)) return void ear.emit('request', req, res);

    const path = requestPath(req.url!);
    if (path === '/mine' || path?.startsWith('/mine/')) return answerMine(req, res, path);
    if (path !== '/' && bare.leads(req)) return bare.answer(req, res);
    const answer = path && answers[path];
    if (!answer) return next();
    if (!refuseWriting(req, res)) answer(req, res);
  }

  function answerMine(req: IncomingMessage, res: ServerResponse, path: string) {
    if (!ownFiles) return sendText(req, res, 404, 'Start Trickle with --mine DIR to see your own pages here.');
    if (path.startsWith('/mine/')) return void ownFiles(req, res, path);
    res.setHeader('Location', '/mine/');
    sendText(req, res, 308, 'Your pages are at /mine/.');
  }

  const answers: Record<string, (req: IncomingMessage, res: ServerResponse) => void> = {
    '/healthz': (req, res) =>
      sendJson(req, res, { version: packageJson.version, uptime: Math.floor(process.uptime()) }),
    '/api/here': (req, res) =>
      sendJson(req, res, here(lan, https, (httpServer.address() as AddressInfo).port, authority)),
    '/api/ice': (req, res) => {
      const known = { stunPort: options.stunPort?.(), turn: options.turn };
      const name = randomBytes(6).toString('base64url');
      const host = req.headers.host ?? 'localhost';
      const { honest, standIn } = options.nearby?.() ?? {};
      sendJson(req, res, {
        iceServers: iceServers(host, name, Date.now(), known),
        honest: nearbyUrl(host, honest?.port),
        answered: honest?.answered(),
        standIn: nearbyUrl(host, standIn?.port),
      });
    },
    '/trust/authority.crt': (req, res) => {
      if (!authority) return sendText(req, res, 404, 'There is no authority to trust: start Trickle with --lan.');
      // The type by which phones recognise something to install.
      sendText(req, res, 200, authority.pem, 'application/x-x509-ca-cert');
    },
  };

  return {
    handle,
    /** What is the matter with the workshops that were kept, if there are any. */
    look: async () =>
      options.data !== undefined && existsSync(join(options.data, 'workshops.db')) ? workshops.look() : undefined,
    /** Whether an upgrade is dealt with here; others are for others to refuse. */
    takesUpgrade: (req: IncomingMessage) => isSocketIo(req) || bare.leads(req),
    async close() {
      httpServer.off('upgrade', upgrade);
      bare.close();
      await io.close();
      rooms.close();
      await workshops.close();
    },
  };
}

const sendJson = (req: IncomingMessage, res: ServerResponse, value: unknown) =>
  sendText(req, res, 200, JSON.stringify(value), 'application/json');
