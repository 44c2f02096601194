import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Credentials } from './certificates.ts';

// Every TLS connection opens with a record of type "handshake" (RFC 8446 §5.1); no HTTP method begins like that.
const handshake = 0x16;

export type FrontDoor = {
  /** Shows another certificate from now on; connections that stand are not disturbed. */
  renew(credentials: Credentials): void;
  /** Sends everybody off: also who has said nothing yet, is in mid-handshake, or speaks WebSocket. */
  close(): void;
};

type Patience = { greetingMs?: number; farewellMs?: number };

/**
 * Lets HTTP and HTTPS in by one door: the first byte tells them apart, TLS is unwrapped, and either way the same
 * http.Server goes on. It listens itself, and only its own greeting of new connections moves behind the door, so all
 * of its time limits hold for connections of both kinds.
 */
export function frontDoor(server: HttpServer, credentials?: Credentials, patience: Patience = {}): FrontDoor {
  const { greetingMs = 10_000, farewellMs = 1_000 } = patience;
  const [greet] = server.listeners('connection');
  const open = new Set<Socket>();
  const underTls = new Set<Socket>();

  const keep = (socket: Socket, where: Set<Socket>) => {
    where.add(socket);
    socket.once('close', () => where.delete(socket));
    // Whoever resets a connection also closes it; between two protocols nobody else may be listening for that.
    socket.on('error', () => {});
  };

  const tls = credentials && createTlsServer({ ...credentials, ...tlsManners, handshakeTimeout: greetingMs });
  tls?.on('secureConnection', (socket) => {
    keep(socket, open);
    greet!.call(server, socket);
  });
  // A handshake that failed or took too long is nobody's news, but Node leaves it to us to hang up.
  tls?.on('tlsClientError', (_, socket) => socket.destroy());

  // #region enter
  function enter(socket: Socket) {
    keep(socket, open);
    const leave = () => socket.destroy();
    socket.setTimeout(greetingMs, leave);
    socket.once('readable', () => {
      const opening: Buffer | null = socket.read();
      if (!opening) return leave();
      socket.setTimeout(0).off('timeout', leave);
      socket.unshift(opening);
      if (!tls || opening[0] !== handshake) return greet!.call(server, socket);
      open.delete(socket);
      keep(socket, underTls);
      tls.emit('connection', socket);
    });
  }
  // #endregion enter

  server.removeAllListeners('connection');
  server.on('connection', enter);

  return {
    renew: (renewed) => tls?.setSecureContext({ ...renewed, ...tlsManners }),
    close() {
      // What was said last still goes out, and what lies under TLS ends with the TLS above it…
      for (const socket of open) socket.destroySoon();
      // …but nobody keeps us here by not listening to it, or by never finishing a handshake.
      const lastCall = () => {
        for (const socket of [...open, ...underTls]) socket.destroy();
      };
      setTimeout(lastCall, farewellMs).unref();
    },
  };
}

const tlsManners = { ALPNProtocols: ['http/1.1'], minVersion: 'TLSv1.2' } as const;
